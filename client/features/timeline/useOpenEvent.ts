import { useCallback, useState } from 'react'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'

/** The event a person is at. With every move of the horizon it is the last one before it. */
export function useOpenEvent(
  timeline: readonly TimelineEvent[],
  horizonAt: number | null,
): [TimelineEvent | null, (id: TimelineEventId) => void] {
  const [chosen, setChosen] = useState<{ id: TimelineEventId; horizonAt: number | null } | null>(null)
  const wanted = chosen?.horizonAt === horizonAt ? timeline.find(({ id }) => id === chosen.id) : undefined
  const atHorizon =
    horizonAt === null ? undefined : timeline.findLast(({ occurred }) => occurred.at <= horizonAt)
  const open = useCallback((id: TimelineEventId) => setChosen({ id, horizonAt }), [horizonAt])
  return [wanted ?? atHorizon ?? null, open]
}
