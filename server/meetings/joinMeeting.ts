import type { CommandId, MeetingId, PersonId, PostmortemId } from '../../shared/ids.ts'
import { decideJoin, decideSeatAgain, type Seat } from '../../shared/meeting/decideRoles.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { MeetingDependencies } from './runCommand.ts'

export type JoinDependencies = Omit<MeetingDependencies, 'attendance'> & { newId: () => CommandId }

/** Seats someone, or takes over the name they go by now. Joining again, with the same name, changes nothing. */
export function joinMeeting(
  { log, clock, publish, newId }: JoinDependencies,
  meetingId: MeetingId,
  person: Person,
  seat: Seat,
): void {
  const snapshot = log.load(meetingId)
  if (!snapshot) throw new Error('Someone was seated in a meeting that does not exist.')
  const events = decideJoin(snapshot.meeting, person, seat)
  if (events.length === 0) return
  log.append(meetingId, { commandId: newId(), sender: person.personId, at: clock(), events })
  publish(meetingId)
}

/** Whoever sits there already takes the seat of the guest link they come by now. */
export function seatAgain(
  { log, clock, publish, newId }: JoinDependencies,
  postmortemId: PostmortemId,
  personId: PersonId,
  role: Seat['role'],
): void {
  const meetingId = log.meetingOf(postmortemId)
  const snapshot = meetingId && log.load(meetingId)
  const events = snapshot ? decideSeatAgain(snapshot.meeting, personId, role) : []
  if (meetingId === null || events.length === 0) return
  log.append(meetingId, { commandId: newId(), sender: personId, at: clock(), events })
  publish(meetingId)
}
