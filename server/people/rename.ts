import type { DatabaseSync } from 'node:sqlite'
import type { MeetingId, PersonId } from '../../shared/ids.ts'
import { ownSeat } from '../../shared/meeting/decideRoles.ts'
import { memberOf } from '../../shared/meeting/meeting.ts'
import type { Person } from '../../shared/wire/people.ts'
import { type JoinDependencies, joinMeeting } from '../meetings/joinMeeting.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { addAuditEntry } from './auditRows.ts'
import { renamePerson } from './peopleRows.ts'

/** Someone goes by another name: from now on, and in every meeting that has not ended. What has ended keeps the old one. */
export function rename(
  { database, ...meetings }: JoinDependencies & { database: DatabaseSync },
  person: Person,
): void {
  const { personId, name } = person
  const touched: MeetingId[] = []
  inTransaction(database, () => {
    renamePerson(database, person)
    addAuditEntry(database, { at: meetings.clock(), action: 'nameChanged', by: personId, subject: name })
    for (const meetingId of meetingsOf(database, personId)) {
      const meeting = meetings.log.load(meetingId)?.meeting
      if (!meeting || meeting.status === 'ended' || !memberOf(meeting, personId)) continue
      const publish = (id: MeetingId) => touched.push(id)
      joinMeeting({ ...meetings, publish }, meetingId, person, ownSeat(false))
    }
  })
  for (const meetingId of touched) meetings.publish(meetingId)
}

/** Joining is something people do themselves, so whoever joined has sent something. */
function meetingsOf(database: DatabaseSync, personId: PersonId): MeetingId[] {
  return database
    .prepare('SELECT DISTINCT meeting_id FROM meeting_entries WHERE sender = ?')
    .all(personId)
    .map((row) => String(row.meeting_id) as MeetingId) // only ids are written to this column
}
