import type { Card } from './cards.ts'
import type { TimelineEvent } from './timeline.ts'

/** `unseen` had happened by then, but nobody could know; `beyond` had not happened yet. */
export type Sight = 'seen' | 'unseen' | 'beyond'

/** What could be seen of a timeline event at `horizonAt`, in ms. Without a horizon everything is seen. */
export function sightOf(event: TimelineEvent, horizonAt: number | null): Sight {
  if (horizonAt === null) return 'seen'
  if (event.occurred.at > horizonAt) return 'beyond'
  return event.firstSeenAt !== null && event.firstSeenAt > horizonAt ? 'unseen' : 'seen'
}

export const isCardBeyond = (card: Card, horizonAt: number | null): boolean =>
  horizonAt !== null && card.firstSeenAt !== null && card.firstSeenAt > horizonAt
