import type { Clock } from '../../shared/clock.ts'
import type { GuestLinkId } from '../../shared/ids.ts'
import { ok, refuse } from '../../shared/result.ts'
import { makeGuestLinkEndpoint, revokeGuestLinkEndpoint } from '../../shared/wire/access.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { LinkTo } from '../http/linkTo.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { newSecretKey } from '../people/secretKey.ts'
import type { FindDependencies } from '../postmortems/findPostmortem.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { accessChangerAsking } from './accessChanger.ts'
import { readAudience } from './audienceRows.ts'
import { addGuestLink, revokeGuestLink } from './guestLinkRows.ts'
import type { TellGuestsChanged } from './tellGuestsChanged.ts'

type LinkDependencies = FindDependencies & {
  clock: Clock
  newId: () => GuestLinkId
  linkTo: LinkTo
  recheckAccess: Collaboration['recheckAccess']
  tellGuestsChanged: TellGuestsChanged
}

const HOUR_MS = 60 * 60 * 1_000

export function guestLinkRoutes(answer: AnswerEndpoint, dependencies: LinkDependencies): void {
  const { database, clock, newId, linkTo, recheckAccess, tellGuestsChanged } = dependencies

  answer(makeGuestLinkEndpoint, ({ principal, params: { postmortemId }, body, request }) => {
    const changer = accessChangerAsking(dependencies, principal, postmortemId)
    if (!changer.ok) return changer
    const { personId } = changer.value
    const { role, hours } = body
    const hasLobby = body.hasLobby || readAudience(database, postmortemId).isRestricted
    const key = newSecretKey()
    const guestLinkId = newId()
    inTransaction(database, () => {
      const at = clock()
      const expiresAt = at + hours * HOUR_MS
      addGuestLink(database, {
        guestLinkId,
        key,
        postmortemId,
        role,
        hasLobby,
        madeBy: personId,
        at,
        expiresAt,
      })
      const subject = `${role}, ${hours} h${hasLobby ? ', with a lobby' : ''}`
      addAuditEntry(database, { at, action: 'guestLinkMade', by: personId, postmortemId, subject })
    })
    return ok({ guestLinkId, link: linkTo(request, `/guest/${key}`) })
  })

  answer(revokeGuestLinkEndpoint, ({ principal, params: { postmortemId, guestLinkId } }) => {
    const changer = accessChangerAsking(dependencies, principal, postmortemId)
    if (!changer.ok) return changer
    const isRevoked = inTransaction(database, () => {
      const at = clock()
      if (!revokeGuestLink(database, { postmortemId, guestLinkId }, at)) return false
      const { personId } = changer.value
      addAuditEntry(database, { at, action: 'guestLinkRevoked', by: personId, postmortemId })
      return true
    })
    if (!isRevoked) return refuse({ reason: 'noSuchGuestLink' })
    recheckAccess()
    tellGuestsChanged(postmortemId)
    return ok({})
  })
}
