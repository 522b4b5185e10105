import type { Moment, TimelineEvent } from '../content/timeline.ts'
import type { TimelineEventId } from '../ids.ts'
import { inWrittenOrder, type OrderEdit } from './inWrittenOrder.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Where an event would stand: between which two, at what time, and what to write for it. */
export type PlaceInOrder = {
  afterId: TimelineEventId | null
  occurred: Moment
  upper: TimelineEvent | null
  lower: TimelineEvent | null
  edits: OrderEdit[]
}

/**
 * An event put right after another one, or first of all; null where it stands there already or one of the two is gone. Its
 * time stays if it fits there, and is otherwise one between its new neighbours, never more exact than they allow.
 */
export function placeInOrder(
  timeline: readonly TimelineEvent[],
  id: TimelineEventId,
  afterId: TimelineEventId | null,
): PlaceInOrder | null {
  const position = timeline.findIndex((event) => event.id === id)
  const event = timeline[position]
  const rest = timeline.filter((other) => other.id !== id)
  const to = afterId === null ? 0 : rest.findIndex((other) => other.id === afterId) + 1
  if (!event || to === position || (afterId !== null && to === 0)) return null
  const [upper, lower] = [rest[to - 1] ?? null, rest[to] ?? null]
  const occurred = momentBetween(event.occurred, upper?.occurred ?? null, lower?.occurred ?? null)
  const wanted = [...rest.slice(0, to), { ...event, occurred }, ...rest.slice(to)]
  const ordered = [upper, lower].some((beside) => beside?.occurred.at === occurred.at)
  return {
    ...{ afterId, occurred, upper, lower },
    edits: [
      ...(occurred === event.occurred ? [] : [{ id, change: { occurred } }]),
      ...(ordered ? inWrittenOrder(wanted, occurred.at) : []),
    ],
  }
}

function momentBetween(moment: Moment, upper: Moment | null, lower: Moment | null): Moment {
  const [from, to] = [upper?.at ?? Number.NEGATIVE_INFINITY, lower?.at ?? Number.POSITIVE_INFINITY]
  if (from <= moment.at && moment.at <= to) return moment
  if (moment.precision === 'order') return { at: placeholder(from, to), precision: 'order' }
  const isExact = upper?.precision === 'minute' && lower?.precision === 'minute'
  const stays = {
    minute: isExact && to - from <= MINUTE,
    hour: to - from <= 2 * HOUR,
    day: true,
    approx: true,
  }[moment.precision]
  return { at: timeBetween(from, to), precision: stays ? moment.precision : 'approx' }
}

/** Close by the event it follows, so that what comes later finds room behind it. */
function placeholder(from: number, to: number): number {
  if (from === Number.NEGATIVE_INFINITY) return to - SECOND
  return from + Math.min(Math.floor((to - from) / 2), SECOND)
}

/** In the middle, to the minute if there is a whole one, and otherwise to the second. */
function timeBetween(from: number, to: number): number {
  if (from === Number.NEGATIVE_INFINITY) return to - MINUTE
  if (to === Number.POSITIVE_INFINITY) return from + MINUTE
  const middle = from + Math.floor((to - from) / 2)
  const rounded = [MINUTE, SECOND].map((unit) => Math.floor(middle / unit) * unit)
  return rounded.find((at) => at > from) ?? middle
}
