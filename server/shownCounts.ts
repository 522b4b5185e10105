import type { Clock } from '../shared/clock.ts'

const COUNT_EVERY_MS = 10 * 60_000
const COUNT_STEP = 3

export type ShownCounts<About, Counted> = (
  about: About,
  countNow: () => ReadonlyMap<Counted, number>,
) => ReadonlyMap<Counted, number>

/**
 * What is told of how many have done something nobody is to be seen doing: for all that is counted at once, at most every
 * ten minutes, and in steps of three. Otherwise a count that moves while one person has the page open would tell that it
 * was them. Kept in memory.
 */
export function createShownCounts<About, Counted>(clock: Clock): ShownCounts<About, Counted> {
  const shown = new Map<About, { countedAt: number; counts: ReadonlyMap<Counted, number> }>()
  return (about, countNow) => {
    const before = shown.get(about)
    if (before && clock() - before.countedAt < COUNT_EVERY_MS) return before.counts
    const counts = new Map([...countNow()].map(([id, count]) => [id, count - (count % COUNT_STEP)] as const))
    shown.set(about, { countedAt: clock(), counts })
    return counts
  }
}
