import { useDeferredValue, useMemo } from 'react'
import { impactOf, summaryOf } from '../../../shared/content/contentDoc.ts'
import { type Readiness, readinessOf } from '../../../shared/readiness/readiness.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useCards, usePreparationMarks, useRoleHolders, useText, useTimeline } from '../../room/useContent.ts'
import { useIncident } from '../../room/useIncident.ts'
import { useMeeting } from '../../room/useMeeting.ts'

/** How far the preparation is. Null until the document has arrived. */
export function useReadinessItems(): Readiness | null {
  const { contentDoc } = useRoom()
  const incident = useIncident()
  const summary = useDeferredValue(useText(summaryOf(contentDoc)))
  const impact = useDeferredValue(useText(impactOf(contentDoc)))
  const timeline = useDeferredValue(useTimeline())
  const cards = useDeferredValue(useCards())
  const roleHolders = useRoleHolders()
  const marks = usePreparationMarks()
  const { agenda, members } = useMeeting()
  return useMemo(
    () =>
      incident &&
      readinessOf({
        incident,
        summary,
        impact,
        timeline,
        cards,
        roleHolders,
        marks,
        meeting: { agenda, members },
      }),
    [incident, summary, impact, timeline, cards, roleHolders, marks, agenda, members],
  )
}
