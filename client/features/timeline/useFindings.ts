import { useMemo } from 'react'
import type { Incident } from '../../../shared/content/incident.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { checkTimeline } from '../../../shared/timeline/checkTimeline.ts'
import type { TimelineFinding } from '../../../shared/timeline/timelineFinding.ts'
import { useRoom } from '../../room/RoomProvider.tsx'

/** Looked for anew with every change of the timeline. */
export function useFindings(incident: Incident, timeline: readonly TimelineEvent[]): TimelineFinding[] {
  const { now } = useRoom()
  return useMemo(() => checkTimeline(incident, timeline, now()), [incident, timeline, now])
}
