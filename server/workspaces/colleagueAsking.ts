import type { DatabaseSync } from 'node:sqlite'
import type { WorkspaceId } from '../../shared/ids.ts'
import { mayInWorkspace, type WorkspaceCapability } from '../../shared/people/workspaceRoles.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Membership, Person } from '../../shared/wire/people.ts'
import type { Refused } from '../http/problems.ts'
import type { Principal } from '../people/principal.ts'
import { membershipIn } from './workspaceRows.ts'

/** Someone in a workspace of theirs, with their role in it. */
export type ColleagueAsking = Membership & { person: Person }

/**
 * The one door to everything about a workspace; null for what every colleague may. Whoever is not in it hears what they
 * would hear of one that does not exist.
 */
export function colleagueAsking(
  database: DatabaseSync,
  principal: Principal | null,
  workspaceId: WorkspaceId,
  capability: WorkspaceCapability | null,
): Result<ColleagueAsking, Refused> {
  if (principal === null) return refuse({ reason: 'notSignedIn' })
  if (principal.as !== 'person') return refuse({ reason: 'noSuchWorkspace' })
  const { person } = principal
  const membership = membershipIn(database, person.personId, workspaceId)
  if (!membership) return refuse({ reason: 'noSuchWorkspace' })
  if (capability !== null && !mayInWorkspace(membership.role, capability)) return refuse({ reason: 'mayNot' })
  return ok({ ...membership, person })
}
