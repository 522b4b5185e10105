import { markIdOf, type PreparationMark } from '../content/preparationMarks.ts'
import type { RoleHolder } from '../content/roleHolders.ts'
import { type IncidentRole, incidentRoles, isRequired, reasonsToInvite } from '../guide/incidentRoles.ts'
import type { Severity } from '../guide/severities.ts'
import type { Sensitivity, Signal } from '../triage/facts.ts'

export type RoleStanding<Holder extends RoleHolder = RoleHolder> = {
  role: IncidentRole
  need: 'required' | 'suggested' | 'optional'
  /** Why it is suggested. */
  because: readonly string[]
  holders: readonly Holder[]
  state: 'held' | 'notNeeded' | 'missing'
  /** Why it may stay empty. */
  reason: string
}

/** Every role of the guide as it stands in this postmortem, in the guide's order; what is missing and required counts. */
export function roleCoverage<Holder extends RoleHolder>(
  severity: Severity | null,
  facts: readonly (Signal | Sensitivity)[],
  roleHolders: readonly Holder[],
  marks: readonly PreparationMark[],
): RoleStanding<Holder>[] {
  return incidentRoles.map((role) => {
    const because = reasonsToInvite(role, facts)
    const suggested = because.length > 0 ? 'suggested' : 'optional'
    const need = isRequired(role, severity) ? 'required' : suggested
    const holders = roleHolders.filter((holder) => holder.role === role)
    const mark = marks.find(({ id }) => id === markIdOf('role', role))
    const isWaived = mark?.says === 'notNeeded'
    const state = holders.length > 0 ? 'held' : isWaived ? 'notNeeded' : 'missing'
    return { role, need, because, holders, state, reason: state === 'notNeeded' ? (mark?.reason ?? '') : '' }
  })
}

export const missingRoles = (
  standings: readonly Pick<RoleStanding, 'role' | 'need' | 'state'>[],
): IncidentRole[] =>
  standings.flatMap(({ role, need, state }) => (need === 'required' && state === 'missing' ? [role] : []))
