import type { TimelineEvent } from '../content/timeline.ts'
import type { TimelineEventId } from '../ids.ts'

export type OrderEdit = {
  id: TimelineEventId
  change: Pick<TimelineEvent, 'occurred'> | { createdAt: number }
}

/** Events of one time stand as they were written, so the order is put into when that was; as few as can be change. */
export function inWrittenOrder(wanted: readonly TimelineEvent[], at: number): OrderEdit[] {
  let before = Number.NEGATIVE_INFINITY
  return wanted
    .filter(({ occurred }) => occurred.at === at)
    .flatMap(({ id, createdAt }) => {
      const written = createdAt > before ? createdAt : before + 1
      before = written
      return written === createdAt ? [] : [{ id, change: { createdAt: written } }]
    })
}
