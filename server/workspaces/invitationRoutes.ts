import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import { mayGiveRole } from '../../shared/people/workspaceRoles.ts'
import { ok, refuse } from '../../shared/result.ts'
import { inviteEndpoint, withdrawInvitationEndpoint } from '../../shared/wire/workspaces.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { LinkTo } from '../http/linkTo.ts'
import { invitationMail } from '../mail/invitationMail.ts'
import type { SendMail } from '../mail/sendMail.ts'
import type { newId } from '../newId.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { whenFree } from '../storage/whenFree.ts'
import { colleagueAsking } from './colleagueAsking.ts'
import { openInvitationsIn, settleInvitation } from './invitationRows.ts'
import { invite } from './invite.ts'

type InvitationDependencies = {
  database: DatabaseSync
  clock: Clock
  newId: typeof newId
  linkTo: LinkTo
  sendMail: SendMail | null
}

/** For whoever invites. Who was invited has routes of their own, since only the link says who they are. */
export function invitationRoutes(answer: AnswerEndpoint, dependencies: InvitationDependencies): void {
  const { database, clock, linkTo, sendMail } = dependencies

  answer(inviteEndpoint, async ({ principal, params: { workspaceId }, body, request }) => {
    const asking = colleagueAsking(database, principal, workspaceId, 'managePeople')
    if (!asking.ok) return asking
    const invited = await whenFree(database, () => invite(dependencies, asking.value, body))
    if (!invited.ok) return invited
    const { invitationId, key } = invited.value
    const link = linkTo(request, `/invitation/${key}`)
    const { person, name: workspaceName } = asking.value
    const mail = invitationMail({ to: body.email, invitedBy: person.name, workspaceName, link })
    return ok({ invitationId, link, mail: sendMail === null ? 'notSent' : await sendMail(mail) })
  })

  answer(withdrawInvitationEndpoint, ({ principal, params: { workspaceId, invitationId } }) => {
    const asking = colleagueAsking(database, principal, workspaceId, 'managePeople')
    if (!asking.ok) return asking
    const { person, role } = asking.value
    const at = clock()
    const open = openInvitationsIn(database, workspaceId, at).find(
      (invitation) => invitation.invitationId === invitationId,
    )
    if (!open) return refuse({ reason: 'noOpenInvitation' })
    if (!mayGiveRole(role, open.role)) return refuse({ reason: 'mayNot' })
    const by = person.personId
    inTransaction(database, () => {
      settleInvitation(database, invitationId, at)
      const subject = `${open.email}: ${open.role}`
      addAuditEntry(database, { at, action: 'invitationWithdrawn', by, workspaceId, subject })
    })
    return ok({})
  })
}
