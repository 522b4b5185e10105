import { plannedMinutesOf, projectedEnd } from '../../../shared/meeting/agenda.ts'
import type { Meeting } from '../../../shared/meeting/meeting.ts'

/** How the end of the meeting moved against its plan; null while it does not run. */
export function planInWords(meeting: Meeting, now: number): string | null {
  const end = projectedEnd(meeting, now)
  if (end === null || meeting.startedAt === null) return null
  const plannedEnd = meeting.startedAt + plannedMinutesOf(meeting) * 60_000
  const minutes = Math.round((end - plannedEnd) / 60_000)
  if (minutes === 0) return 'On plan so far.'
  return minutes > 0 ? `Ends ${minutes} min later than planned.` : `${-minutes} min in hand.`
}
