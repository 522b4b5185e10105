import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { InvitationId } from '../../shared/ids.ts'
import { mayGiveRole, type WorkspaceRole } from '../../shared/people/workspaceRoles.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Refused } from '../http/problems.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { newSecretKey } from '../people/secretKey.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import type { ColleagueAsking } from './colleagueAsking.ts'
import { addInvitation, openInvitationsIn, settleInvitation } from './invitationRows.ts'
import { colleaguesIn } from './workspaceRows.ts'

const INVITATION_MS = 7 * 24 * 60 * 60 * 1_000

type InviteDependencies = { database: DatabaseSync; clock: Clock; newId: () => InvitationId }

/** A newer invitation to the same address takes the place of the open one, so that there is one link to send. */
export function invite(
  { database, clock, newId }: InviteDependencies,
  { person, workspaceId, role: own }: ColleagueAsking,
  { email, role }: { email: string; role: WorkspaceRole },
): Result<{ invitationId: InvitationId; key: string }, Refused> {
  if (colleaguesIn(database, workspaceId).some((colleague) => colleague.email === email))
    return refuse({ reason: 'alreadyColleague' })
  const [invitationId, key, at] = [newId(), newSecretKey(), clock()]
  const replaced = openInvitationsIn(database, workspaceId, at).filter((open) => open.email === email)
  if (![role, ...replaced.map((open) => open.role)].every((given) => mayGiveRole(own, given)))
    return refuse({ reason: 'mayNot' })
  const by = person.personId
  inTransaction(database, () => {
    for (const open of replaced) settleInvitation(database, open.invitationId, at)
    addInvitation(database, {
      ...{ invitationId, key, workspaceId, email, role, at },
      invitedBy: by,
      expiresAt: at + INVITATION_MS,
    })
    const subject = `${email}: ${role}`
    addAuditEntry(database, { at, action: 'personInvited', by, workspaceId, subject })
  })
  return ok({ invitationId, key })
}
