import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { PostmortemId, WorkspaceId } from '../../shared/ids.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Audience } from '../../shared/wire/access.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { Refused } from '../http/problems.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { teamsIn } from '../workspaces/teamRows.ts'
import { colleaguesIn } from '../workspaces/workspaceRows.ts'
import { homeOf } from './accessChanger.ts'
import { setAudience } from './audienceRows.ts'
import { giveLobbies } from './guestLinkRows.ts'
import { sendToLobby } from './guestRows.ts'

/** Whoever restricts a postmortem stays in its audience, and nobody from outside comes to it unseen any more. */
export function changeAudience(
  { database, clock }: { database: DatabaseSync; clock: Clock },
  postmortemId: PostmortemId,
  { personId }: Person,
  asked: Audience,
): Result<Record<string, never>, Refused> {
  const home = homeOf(database, postmortemId)
  if (!home) return refuse({ reason: 'noSuchMeeting' })
  const { isRestricted, teamIds } = asked
  const audience = isRestricted ? { ...asked, personIds: [...asked.personIds, personId] } : asked
  if (!isOfWorkspace(database, home.workspaceId, audience)) return refuse({ reason: 'noSuchColleague' })
  const subject = isRestricted
    ? `restricted: ${new Set(audience.personIds).size} people, ${new Set(teamIds).size} teams`
    : 'the whole workspace'
  inTransaction(database, () => {
    setAudience(database, postmortemId, audience)
    if (isRestricted) {
      giveLobbies(database, postmortemId)
      sendToLobby(database, postmortemId)
    }
    addAuditEntry(database, { at: clock(), action: 'audienceChanged', by: personId, postmortemId, subject })
  })
  return ok({})
}

function isOfWorkspace(database: DatabaseSync, workspaceId: WorkspaceId, audience: Audience): boolean {
  const people = new Set(colleaguesIn(database, workspaceId).map(({ personId }) => personId))
  const teams = new Set(teamsIn(database, workspaceId).map(({ teamId }) => teamId))
  return (
    audience.personIds.every((personId) => people.has(personId)) &&
    audience.teamIds.every((teamId) => teams.has(teamId))
  )
}
