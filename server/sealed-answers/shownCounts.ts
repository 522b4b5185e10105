import type { Clock } from '../../shared/clock.ts'
import type { ParticipantQuestionId } from '../../shared/guide/participantQuestions.ts'
import type { PostmortemId } from '../../shared/ids.ts'

export const COUNT_EVERY_MS = 10 * 60_000
export const COUNT_STEP = 3

export type Counts = ReadonlyMap<ParticipantQuestionId, number>
export type ShownCounts = (postmortemId: PostmortemId, countNow: () => Counts) => Counts

/**
 * What is told of how many have answered: for all questions at once, at most every ten minutes, and in steps of three.
 * Otherwise a count that moves while one person has the page open would tell that it was them. Kept in memory.
 */
export function createShownCounts(clock: Clock): ShownCounts {
  const shown = new Map<PostmortemId, { countedAt: number; counts: Counts }>()
  return (postmortemId, countNow) => {
    const before = shown.get(postmortemId)
    if (before && clock() - before.countedAt < COUNT_EVERY_MS) return before.counts
    const counts = new Map([...countNow()].map(([id, count]) => [id, count - (count % COUNT_STEP)] as const))
    shown.set(postmortemId, { countedAt: clock(), counts })
    return counts
  }
}
