import { noAnswers } from '../evidenceDraft.ts'
import { isPastMidnight, noContext } from '../writing/timingOf.ts'
import { findClocks, type WrittenClock } from '../writing/writtenClocks.ts'
import { cellTiming } from './cellTiming.ts'

/** Which day the rows of a table are on that name none: that of the row above, until the clock goes past midnight. */
export type TableDays = {
  /** The time of the next row with the day that goes for it; `isLost` where that day has to be asked. */
  next: (date: string, time: string) => { written: string; isCarried: boolean; isLost: boolean }
}

/** `times` are the cells of all rows: from them shows whether the newest stands first. */
export function tableDays(times: readonly string[]): TableDays {
  const isNewestFirst = runsBack(times.flatMap((time) => clockOf(time) ?? []))
  let date = ''
  let before: WrittenClock | null = null
  let isLost = false
  return {
    next(named, time) {
      const clock = clockOf(time)
      const isOwn = named !== '' || clock === null
      if (isOwn) {
        date = named
        isLost = false
      } else {
        const isPast = isNewestFirst ? isPastMidnight(clock, before ?? clock) : isPastMidnight(before, clock)
        isLost ||= isPast
      }
      before = clock
      const written = `${isLost ? '' : date} ${time}`.trim()
      return { written, isCarried: !isOwn && date !== '' && !isLost, isLost }
    },
  }
}

/** Of a cell that names no day. */
const clockOf = (time: string): WrittenClock | null =>
  cellTiming(time, noContext, noAnswers)?.needs.includes('date') ? (findClocks(time)[0]?.clock ?? null) : null

function runsBack(clocks: readonly WrittenClock[]): boolean {
  const minutes = clocks.map(({ hour, minute }) => hour * 60 + minute)
  const steps = minutes.slice(1).map((minute, at) => shortest(minute - (minutes[at] ?? 0)))
  return steps.filter((step) => step < 0).length > steps.filter((step) => step > 0).length
}

/** Past midnight, `-1433` is seven minutes on. */
const shortest = (step: number): number => ((step + 2160) % 1440) - 720
