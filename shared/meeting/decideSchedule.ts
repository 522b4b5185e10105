import { ok, refuse } from '../result.ts'
import type { MeetingCommand } from './commands.ts'
import type { Decision } from './decide.ts'
import type { Meeting } from './meeting.ts'

type ScheduleCommand = Extract<MeetingCommand, { type: 'scheduleMeeting' }>

/** A year, and the day by which it may be longer: whatever lies beyond is a slip of the keys. */
const MOST_AHEAD_MS = 366 * 86_400_000

export function decideSchedule(
  meeting: Meeting,
  { startsAt, startsAtSeen }: ScheduleCommand,
  now: number,
): Decision {
  if (meeting.status !== 'scheduled') return refuse('meetingAlreadyStarted')
  if (startsAtSeen !== meeting.startsAt) return refuse('startMovedOn')
  if (startsAt === meeting.startsAt) return refuse('startUnchanged')
  if (startsAt !== null && startsAt <= now) return refuse('startHasPassed')
  if (startsAt !== null && startsAt - now > MOST_AHEAD_MS) return refuse('startTooFar')
  return ok([{ type: 'meetingScheduled', startsAt }])
}
