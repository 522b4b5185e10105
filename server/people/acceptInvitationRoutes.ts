import { ok, refuse } from '../../shared/result.ts'
import { acceptInvitationEndpoint, readInvitationEndpoint } from '../../shared/wire/workspaces.ts'
import type { AddressOf } from '../http/addressOf.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { CountAttempt } from '../http/limitAttempts.ts'
import type { newId } from '../newId.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { whenFree } from '../storage/whenFree.ts'
import { invitationWith } from '../workspaces/invitationRows.ts'
import { acceptInvitation, makeInvitedPerson } from './acceptInvitation.ts'
import { accountOf, accountWithEmail, addAccount } from './accountRows.ts'
import { beginSession, type SessionDependencies } from './beginSession.ts'
import { hashPassword } from './hashPassword.ts'

type InvitedDependencies = Omit<SessionDependencies, 'newId'> & {
  newId: typeof newId
  addressOf: AddressOf
  countName: CountAttempt
}

/** For whoever holds the link, signed in or not. */
export function acceptInvitationRoutes(answer: AnswerEndpoint, dependencies: InvitedDependencies): void {
  const { database, clock, addressOf, countName } = dependencies

  answer(readInvitationEndpoint, ({ params: { key } }) => {
    const invitation = invitationWith(database, key, clock())
    if (!invitation) return refuse({ reason: 'noSuchInvitation' })
    const { workspaceName, invitedBy, email, role } = invitation
    return ok({
      workspaceName,
      invitedBy,
      email,
      role,
      hasAccount: accountWithEmail(database, email) !== null,
    })
  })

  answer(acceptInvitationEndpoint, async ({ principal, params: { key }, body, request, response }) => {
    const tooMany = await countName(addressOf(request))
    if (tooMany) return refuse(tooMany)
    const asking = principal?.as === 'person' ? principal.person : null
    if (!invitationWith(database, key, clock())) return refuse({ reason: 'noSuchInvitation' })
    const passwordHash = body.password === null ? null : await hashPassword(body.password)
    return whenFree(database, () =>
      inTransaction(database, () => {
        // Accepted or withdrawn while the password was hashed.
        const invitation = invitationWith(database, key, clock())
        if (!invitation) return refuse({ reason: 'noSuchInvitation' })
        const { email, workspaceId } = invitation
        const holder = accountWithEmail(database, email)?.person
        if (holder && !asking) return refuse({ reason: 'signInFirst' })
        const isAnother = holder
          ? holder.personId !== asking?.personId
          : asking && accountOf(database, asking.personId)
        if (isAnother) return refuse({ reason: 'invitationIsForAnother' })
        // A guest, or someone from before there were accounts, goes on as who they are.
        if (asking && !holder) addAccount(database, { personId: asking.personId, email, passwordHash })
        const person =
          asking ?? makeInvitedPerson(dependencies, invitation, { name: body.name, passwordHash })
        acceptInvitation(dependencies, invitation, person)
        if (!asking) beginSession(dependencies, person.personId, { request, response })
        return ok({ person, workspaceId })
      }),
    )
  })
}
