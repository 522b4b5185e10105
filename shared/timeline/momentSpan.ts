import type { Moment } from '../content/timeline.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** From when to when a moment may have been, in ms; null where only its place in the order is known. */
export function momentSpan({ at, precision }: Moment): { from: number; to: number } | null {
  switch (precision) {
    case 'minute': {
      const from = Math.floor(at / MINUTE) * MINUTE
      return { from, to: from + MINUTE - 1 }
    }
    case 'hour':
      return { from: at - HOUR, to: at + HOUR }
    case 'approx': // nobody says how rough it is
    case 'day':
      return { from: at - DAY, to: at + DAY }
    case 'order':
      return null
  }
}

/** Whether `a` was before `b` however the times are read. */
export function isSurelyBefore(a: Moment, b: Moment): boolean {
  const [spanA, spanB] = [momentSpan(a), momentSpan(b)]
  return spanA !== null && spanB !== null && spanA.to < spanB.from
}
