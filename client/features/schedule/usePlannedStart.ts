import { nearTime } from '../../../shared/time/nearDay.ts'
import { plannedInWords } from '../../../shared/triage/reviewWindow.ts'
import { useIncident } from '../../room/useIncident.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { useServerNow } from '../../room/useServerNow.ts'
import { viewerZone } from '../../room/viewerZone.ts'

export type PlannedStart = {
  /** `today at 14:00`; null while no time is chosen. */
  start: string | null
  hasPassed: boolean
  /** Where it lies in the window; null where nothing can be said of it. */
  window: string | null
}

/** When the meeting is planned to start, in words. Null once it has started, and until the time of day is known. */
export function usePlannedStart(): PlannedStart | null {
  const { status, stage, startsAt } = useMeeting()
  const resolvedAt = useResolvedAt()
  const now = useServerNow(10_000)
  if (status !== 'scheduled' || now === null) return null
  if (startsAt === null) return { start: null, hasPassed: false, window: null }
  return {
    start: nearTime(startsAt, now, viewerZone()),
    hasPassed: startsAt <= now,
    window: plannedInWords({ stage, resolvedAt, startsAt }),
  }
}

/** When the incident was resolved, as everyone has written it; null when nobody knows. */
export const useResolvedAt = (): number | null => useIncident()?.times.resolved?.at ?? null
