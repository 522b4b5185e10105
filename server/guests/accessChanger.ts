import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, PostmortemId, WorkspaceId } from '../../shared/ids.ts'
import { memberOf } from '../../shared/meeting/meeting.ts'
import { type Result, refuse } from '../../shared/result.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { Refused } from '../http/problems.ts'
import type { Principal } from '../people/principal.ts'
import { personAsking } from '../people/whoAsks.ts'
import type { FindDependencies } from '../postmortems/findPostmortem.ts'
import { membershipIn } from '../workspaces/workspaceRows.ts'

/** Someone of the workspace who reads this postmortem and may say who else does; or why not. */
export function accessChangerAsking(
  { database, log, reading }: FindDependencies,
  principal: Principal | null,
  postmortemId: PostmortemId,
): Result<Person, Refused> {
  const person = personAsking(principal)
  if (!person.ok) return person
  const home = reading.mayRead(principal, postmortemId) ? homeOf(database, postmortemId) : null
  if (!home) return refuse({ reason: 'noSuchMeeting' })
  const { personId } = person.value
  const membership = membershipIn(database, personId, home.workspaceId)
  const isGuest = principal === null || reading.visitOf(principal, postmortemId) !== null
  const meetingId = log.meetingOf(postmortemId)
  const meeting = meetingId === null ? undefined : log.load(meetingId)?.meeting
  const meetingRole = meeting && memberOf(meeting, personId)?.role
  const mayChange =
    home.madeBy === personId ||
    membership?.role === 'owner' ||
    membership?.role === 'admin' ||
    meetingRole === 'facilitator' ||
    meetingRole === 'backupFacilitator'
  return !isGuest && mayChange ? person : refuse({ reason: 'mayNotChangeAccess' })
}

/** The workspace it belongs to, and who made it: null where the command line did. */
export function homeOf(
  database: DatabaseSync,
  postmortemId: PostmortemId,
): { workspaceId: WorkspaceId; madeBy: PersonId | null } | null {
  const row = database
    .prepare('SELECT workspace_id, created_by FROM postmortems WHERE postmortem_id = ?')
    .get(postmortemId)
  if (!row) return null
  return {
    // Only ids are written to these two columns.
    workspaceId: String(row.workspace_id) as WorkspaceId,
    madeBy: row.created_by === null ? null : (String(row.created_by) as PersonId),
  }
}
