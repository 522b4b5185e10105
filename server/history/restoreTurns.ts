import type { Clock } from '../../shared/clock.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'

/** Longer than it takes a page to make the edits and the server to hear of them. */
const TURN_MS = 10_000

export type RestoreTurns = { take: (postmortemId: PostmortemId, personId: PersonId) => boolean }

/** Two people who go back at once would both write the same words, and they would stand there twice. */
export function createRestoreTurns(clock: Clock): RestoreTurns {
  const turns = new Map<PostmortemId, { personId: PersonId; until: number }>()
  return {
    take: (postmortemId, personId) => {
      const turn = turns.get(postmortemId)
      if (turn && turn.personId !== personId && clock() < turn.until) return false
      turns.set(postmortemId, { personId, until: clock() + TURN_MS })
      return true
    },
  }
}
