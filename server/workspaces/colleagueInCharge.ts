import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, WorkspaceId } from '../../shared/ids.ts'
import { mayGiveRole } from '../../shared/people/workspaceRoles.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Colleague } from '../../shared/wire/workspaces.ts'
import type { Refused } from '../http/problems.ts'
import type { Principal } from '../people/principal.ts'
import { type ColleagueAsking, colleagueAsking } from './colleagueAsking.ts'
import { findColleague } from './colleagueRows.ts'
import { membershipIn, membershipsOf } from './workspaceRows.ts'

type Which = { workspaceId: WorkspaceId; personId: PersonId }
type InCharge = { asking: ColleagueAsking; colleague: Colleague }

/** Someone who manages people, and whom they would change. What concerns an owner is for owners. */
export function colleagueInCharge(
  database: DatabaseSync,
  principal: Principal | null,
  { workspaceId, personId }: Which,
): Result<InCharge, Refused> {
  const asking = colleagueAsking(database, principal, workspaceId, 'managePeople')
  if (!asking.ok) return asking
  const colleague = findColleague(database, workspaceId, personId)
  if (!colleague) return refuse({ reason: 'noSuchColleague' })
  if (!mayGiveRole(asking.value.role, colleague.role)) return refuse({ reason: 'mayNot' })
  return ok({ asking: asking.value, colleague })
}

/** The same for removing someone, since everybody may leave by themselves. */
export function colleagueToRemove(
  database: DatabaseSync,
  principal: Principal | null,
  which: Which,
): Result<InCharge, Refused> {
  const isLeaving = principal?.as === 'person' && principal.person.personId === which.personId
  if (!isLeaving) return colleagueInCharge(database, principal, which)
  const asking = colleagueAsking(database, principal, which.workspaceId, null)
  if (!asking.ok) return asking
  const colleague = findColleague(database, which.workspaceId, which.personId)
  return colleague ? ok({ asking: asking.value, colleague }) : refuse({ reason: 'noSuchColleague' })
}

/** Whether someone is in charge of a person in each workspace that person belongs to. */
export const isInChargeEverywhere = (
  database: DatabaseSync,
  { person }: ColleagueAsking,
  { personId }: Colleague,
): boolean =>
  membershipsOf(database, personId).every(({ workspaceId, role }) =>
    mayGiveRole(membershipIn(database, person.personId, workspaceId)?.role ?? null, role),
  )
