import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { InvitationId } from '../../shared/ids.ts'
import { mayGiveRole } from '../../shared/people/workspaceRoles.ts'
import { ok, refuse } from '../../shared/result.ts'
import { inviteEndpoint } from '../../shared/wire/workspaces.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { LinkTo } from '../http/linkTo.ts'
import type { newId } from '../newId.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { newSecretKey } from '../people/secretKey.ts'
import { personAsking } from '../people/whoAsks.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { addInvitation } from './invitationRows.ts'
import { membershipIn } from './workspaceRows.ts'

const INVITATION_MS = 7 * 24 * 60 * 60 * 1_000

type InviteDependencies = { database: DatabaseSync; clock: Clock; newId: typeof newId; linkTo: LinkTo }

export function invitationRoutes(
  answer: AnswerEndpoint,
  { database, clock, newId, linkTo }: InviteDependencies,
): void {
  answer(inviteEndpoint, ({ principal, params: { workspaceId }, body: { email, role }, request }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const { personId } = person.value
    const membership = membershipIn(database, personId, workspaceId)
    if (!membership) return refuse({ reason: 'noSuchWorkspace' })
    if (!mayGiveRole(membership.role, role)) return refuse({ reason: 'mayNot' })
    const [invitationId, key, at] = [newId<InvitationId>(), newSecretKey(), clock()]
    const expiresAt = at + INVITATION_MS
    inTransaction(database, () => {
      addInvitation(database, {
        invitationId,
        key,
        workspaceId,
        email,
        role,
        invitedBy: personId,
        at,
        expiresAt,
      })
      const subject = `${email}: ${role}`
      addAuditEntry(database, { at, action: 'personInvited', by: personId, workspaceId, subject })
    })
    return ok({ invitationId, link: linkTo(request, `/invitation/${key}`), mail: 'notSent' as const })
  })
}
