import type { Clock } from '../../shared/clock.ts'
import type { MeetingId } from '../../shared/ids.ts'
import type { Sender } from '../../shared/meeting/capabilities.ts'
import { decide } from '../../shared/meeting/decide.ts'
import type { RefusalReason } from '../../shared/meeting/refusals.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { CommandRequest } from '../../shared/wire/commandRequest.ts'
import type { AttendanceBook } from './attendanceBook.ts'
import type { MeetingLog } from './meetingLog.ts'

export type MeetingDependencies = {
  log: MeetingLog
  clock: Clock
  attendance: AttendanceBook
  /** Pushes the meeting to everyone in the room. Must not throw: what is announced has already happened. */
  publish: (meetingId: MeetingId) => void
}

/**
 * Answers the meeting's version in which the command has happened. Synchronous from load to append, so two commands
 * for one meeting cannot interleave; a command sent again under its id has happened already and happens no more.
 */
export function runCommand(
  { log, clock, attendance, publish }: MeetingDependencies,
  meetingId: MeetingId,
  sender: Sender,
  { commandId, command }: CommandRequest,
): Result<{ version: number }, RefusalReason> {
  const snapshot = log.load(meetingId)
  if (!snapshot) return refuse('noSuchMeeting')
  if (log.has(meetingId, commandId)) return ok({ version: snapshot.version })

  if (log.meetingOf(snapshot.postmortemId) !== meetingId) return refuse('anotherMeetingPlanned')
  const at = clock()
  const situation = { attendance: attendance.of(snapshot.postmortemId), now: at }
  const decision = decide(snapshot.meeting, command, sender, situation)
  if (!decision.ok) return decision

  const events = decision.value
  const personId = sender.as === 'person' ? sender.personId : null
  log.append(meetingId, { commandId, sender: personId, at, events })
  publish(meetingId)
  return ok({ version: snapshot.version + events.length })
}
