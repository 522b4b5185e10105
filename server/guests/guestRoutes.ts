import type { MeetingId } from '../../shared/ids.ts'
import { ok, refuse } from '../../shared/result.ts'
import {
  admitGuestEndpoint,
  enterAsGuestEndpoint,
  readGuestLinkEndpoint,
  revokeGuestEndpoint,
} from '../../shared/wire/access.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import type { AddressOf } from '../http/addressOf.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { CountAttempt } from '../http/limitAttempts.ts'
import type { JoinDependencies } from '../meetings/joinMeeting.ts'
import type { newId } from '../newId.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { beginSession } from '../people/beginSession.ts'
import { addPerson } from '../people/peopleRows.ts'
import { personAsking } from '../people/whoAsks.ts'
import type { FindDependencies } from '../postmortems/findPostmortem.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { whenFree } from '../storage/whenFree.ts'
import { accessChangerAsking } from './accessChanger.ts'
import { enterAsGuest } from './enterAsGuest.ts'
import { openGuestLinkWith } from './guestLinkRows.ts'
import { admitGuest, findGuest, revokeGuest } from './guestRows.ts'
import type { TellGuestsChanged } from './tellGuestsChanged.ts'

type GuestDependencies = FindDependencies &
  Omit<JoinDependencies, 'newId'> & {
    newId: typeof newId
    addressOf: AddressOf
    countName: CountAttempt
    recheckAccess: Collaboration['recheckAccess']
    tellGuestsChanged: TellGuestsChanged
  }

export function guestRoutes(answer: AnswerEndpoint, dependencies: GuestDependencies): void {
  const { database, reading, clock, newId, addressOf, countName } = dependencies
  const { recheckAccess, tellGuestsChanged } = dependencies

  answer(readGuestLinkEndpoint, ({ params: { key } }) => {
    const link = openGuestLinkWith(database, key, clock())
    if (!link) return refuse({ reason: 'noSuchGuestLink' })
    const { madeBy, workspaceName, role, hasLobby, expiresAt } = link
    return ok({ invitedBy: madeBy, workspaceName, role, hasLobby, expiresAt })
  })

  answer(enterAsGuestEndpoint, async ({ principal, params: { key }, body, request, response }) => {
    const tooMany = await countName(addressOf(request))
    if (tooMany) return refuse(tooMany)
    const asking = principal === null ? null : personAsking(principal)
    if (asking?.ok === false) return asking
    const touched: MeetingId[] = []
    const entered = await whenFree(database, () =>
      inTransaction(database, () => {
        const link = openGuestLinkWith(database, key, clock())
        if (!link) return null
        const { postmortemId } = link
        const person = asking?.value ?? { personId: newId(), name: body.name }
        if (reading.mayRead(principal, postmortemId))
          return { person, postmortemId, state: 'admitted' as const }
        if (!asking) {
          addPerson(database, person, clock())
          beginSession(dependencies, person.personId, { request, response })
        }
        const publish = (meetingId: MeetingId) => touched.push(meetingId)
        const state = enterAsGuest({ ...dependencies, publish }, link, person)
        return { person, postmortemId, state }
      }),
    )
    if (!entered) return refuse({ reason: 'noSuchGuestLink' })
    for (const meetingId of touched) dependencies.publish(meetingId)
    tellGuestsChanged(entered.postmortemId)
    return ok(entered)
  })

  answer(admitGuestEndpoint, ({ principal, params }) => {
    const changer = accessChangerAsking(dependencies, principal, params.postmortemId)
    if (!changer.ok) return changer
    const at = clock()
    const guest = findGuest(database, params, at)
    if (!guest) return refuse({ reason: 'noSuchGuest' })
    if (guest.state === 'admitted') return ok({})
    if (guest.isLinkOver) return refuse({ reason: 'guestLinkIsOver' })
    const by = changer.value.personId
    inTransaction(database, () => {
      admitGuest(database, params, { by, at })
      const { postmortemId } = params
      addAuditEntry(database, { at, action: 'guestAdmitted', by, postmortemId, subject: guest.name })
    })
    tellGuestsChanged(params.postmortemId)
    return ok({})
  })

  answer(revokeGuestEndpoint, ({ principal, params }) => {
    const changer = accessChangerAsking(dependencies, principal, params.postmortemId)
    if (!changer.ok) return changer
    const at = clock()
    const guest = findGuest(database, params, at)
    if (!guest) return refuse({ reason: 'noSuchGuest' })
    if (guest.wasAskedToLeave) return ok({})
    inTransaction(database, () => {
      revokeGuest(database, params, at)
      const { postmortemId } = params
      const by = changer.value.personId
      addAuditEntry(database, { at, action: 'guestRevoked', by, postmortemId, subject: guest.name })
    })
    recheckAccess()
    tellGuestsChanged(params.postmortemId)
    return ok({})
  })
}
