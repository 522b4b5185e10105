import { isPastMidnight, noContext, type WrittenContext } from '../writing/timingOf.ts'
import type { WrittenClock } from '../writing/writtenClocks.ts'
import type { WrittenDate } from '../writing/writtenDates.ts'
import type { WrittenMoment } from '../writing/writtenMoments.ts'
import { dayNamedIn } from './surroundings.ts'

/** Which day and zone the times of a text are in, followed from its first line to its last. */
export type PastedDay = {
  context: () => WrittenContext
  /** Whether the line names the day, and is understood by that. */
  takeLine: (line: string) => boolean
  takeZone: (zone: string) => void
  /** Before a time is read: where it names its day, that day goes on; where it runs back, the day is lost. */
  takeMoment: (moment: WrittenMoment) => void
  lose: () => void
}

export function pastedDay(start: Partial<WrittenContext>): PastedDay {
  let context: WrittenContext = { ...noContext, ...start }
  let clockBefore: WrittenClock | null = null
  /** The day was only mentioned, in a title; another mention makes it unclear. */
  let isMentioned = false
  let isFromLine = false

  function setDay(date: WrittenDate | null, zone: string | null): void {
    context = { ...context, date, zone: zone ?? context.zone, isDayLost: false }
    clockBefore = null
  }

  return {
    context: () => context,
    takeLine(line) {
      const named = dayNamedIn(line)
      if (!named) return false
      const isFirst = context.date === null && clockBefore === null && !context.isDayLost
      const isSame = context.date !== null && JSON.stringify(context.date) === JSON.stringify(named.date)
      if (named.isStrong || isFirst) {
        setDay(named.date, named.zone)
        isMentioned = !named.isStrong
        isFromLine = false
      } else if (isMentioned && !isSame && clockBefore === null) setDay(null, named.zone)
      return named.isStrong || isFirst
    },
    takeZone(zone) {
      context = { ...context, zone }
    },
    takeMoment({ date, clock }) {
      if (date) {
        setDay(date.year === null && context.date?.year ? { ...date, year: context.date.year } : date, null)
        isFromLine = true
      } else if (clock && hasRunBack(clock)) context = { ...context, date: null, isDayLost: true }
      if (clock) clockBefore = clock
    },
    lose() {
      context = { ...context, date: null, isDayLost: true }
    },
  }

  /** A day that stands in another line only goes as far as the clock runs on. */
  function hasRunBack(clock: WrittenClock): boolean {
    if (clockBefore === null) return false
    const minutes = ({ hour, minute }: WrittenClock) => hour * 60 + minute
    return isPastMidnight(clockBefore, clock) || (isFromLine && minutes(clock) < minutes(clockBefore))
  }
}
