import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import { mayGiveRole } from '../../shared/people/workspaceRoles.ts'
import { ok, refuse } from '../../shared/result.ts'
import {
  changeRoleEndpoint,
  makeSignInLinkEndpoint,
  removeColleagueEndpoint,
} from '../../shared/wire/workspaces.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { LinkTo } from '../http/linkTo.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { colleagueInCharge, colleagueToRemove, isInChargeEverywhere } from './colleagueInCharge.ts'
import { isLastOwner, removeColleague } from './colleagueRows.ts'
import { settleInvitationsBy } from './invitationRows.ts'
import { makeSignInLink } from './makeSignInLink.ts'
import { setMembership } from './workspaceRows.ts'

type ColleagueDependencies = {
  database: DatabaseSync
  clock: Clock
  linkTo: LinkTo
  recheckAccess: () => void
}

export function colleagueRoutes(answer: AnswerEndpoint, dependencies: ColleagueDependencies): void {
  const { database, clock, linkTo, recheckAccess } = dependencies

  answer(changeRoleEndpoint, ({ principal, params, body: { role } }) => {
    const chosen = colleagueInCharge(database, principal, params)
    if (!chosen.ok) return chosen
    const { asking, colleague } = chosen.value
    const { workspaceId, personId } = params
    if (!mayGiveRole(asking.role, role)) return refuse({ reason: 'mayNot' })
    if (colleague.role === role) return ok({})
    if (isLastOwner(database, workspaceId, colleague)) return refuse({ reason: 'lastOwner' })
    const at = clock()
    inTransaction(database, () => {
      setMembership(database, { workspaceId, personId, role, at })
      // What they invited to may be more than they may give by now.
      if (!mayGiveRole(role, colleague.role)) settleInvitationsBy(database, { workspaceId, personId, at })
      const by = asking.person.personId
      const subject = `${colleague.name}: ${colleague.role} → ${role}`
      addAuditEntry(database, { at, action: 'roleChanged', by, workspaceId, subject })
    })
    return ok({})
  })

  answer(removeColleagueEndpoint, ({ principal, params }) => {
    const chosen = colleagueToRemove(database, principal, params)
    if (!chosen.ok) return chosen
    const { asking, colleague } = chosen.value
    const { workspaceId, personId } = params
    if (isLastOwner(database, workspaceId, colleague)) return refuse({ reason: 'lastOwner' })
    const at = clock()
    inTransaction(database, () => {
      removeColleague(database, { workspaceId, personId, at })
      settleInvitationsBy(database, { workspaceId, personId, at })
      const [by, subject] = [asking.person.personId, colleague.name]
      addAuditEntry(database, { at, action: 'personRemoved', by, workspaceId, subject })
    })
    recheckAccess()
    return ok({})
  })

  answer(makeSignInLinkEndpoint, ({ principal, params, request }) => {
    const chosen = colleagueInCharge(database, principal, params)
    if (!chosen.ok) return chosen
    const { asking, colleague } = chosen.value
    // The link opens all that the person belongs to, not this workspace alone.
    if (!isInChargeEverywhere(database, asking, colleague)) return refuse({ reason: 'belongsElsewhereToo' })
    const path = makeSignInLink(dependencies, colleague, asking.person.personId)
    return ok({ link: linkTo(request, path) })
  })
}
