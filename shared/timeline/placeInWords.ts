import type { Moment, TimelineEvent } from '../content/timeline.ts'
import { calendarDay } from '../time/calendarDay.ts'
import { clockTime } from '../time/clockTime.ts'
import { momentInWords, momentWithDay } from '../time/momentInWords.ts'
import type { PlaceInOrder } from './placeInOrder.ts'

/** `about 14:27, between “v318 deploys” and “roll back”`, for an event that was at `before`. */
export function placeInWords({ occurred, upper, lower }: PlaceInOrder, before: Moment, zone: string): string {
  return `${timeInWords(occurred, before, zone)}, ${neighboursInWords(upper, lower)}`
}

function timeInWords(occurred: Moment, before: Moment, zone: string): string {
  const { at, precision } = occurred
  if (precision === 'order') return 'of unknown time'
  if (calendarDay(at, zone) !== calendarDay(before.at, zone)) return momentWithDay(occurred, zone)
  const seconds = Math.floor(at / 1_000) % 60
  // Between two minutes there is no whole one.
  if (precision === 'minute' && seconds !== 0)
    return `${clockTime(at, zone)}:${String(seconds).padStart(2, '0')}`
  return momentInWords(occurred, zone)
}

function neighboursInWords(upper: TimelineEvent | null, lower: TimelineEvent | null): string {
  if (upper && lower) return `between ${quoted(upper)} and ${quoted(lower)}`
  return upper ? `after ${quoted(upper)}` : lower ? `before ${quoted(lower)}` : 'alone'
}

const MOST_QUOTED = 40

function quoted({ text }: TimelineEvent): string {
  const words = text.trim().replace(/\s+/g, ' ')
  if (words === '') return 'an event without words'
  const characters = [...words]
  if (characters.length <= MOST_QUOTED) return `“${words}”`
  return `“${characters.slice(0, MOST_QUOTED).join('').trimEnd()}…”`
}
