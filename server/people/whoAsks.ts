import type { DatabaseSync } from 'node:sqlite'
import type { WorkspaceId } from '../../shared/ids.ts'
import type { Sender } from '../../shared/meeting/capabilities.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { Refused } from '../http/problems.ts'
import { firstWorkspace, membershipsOf } from '../workspaces/workspaceRows.ts'
import type { Principal } from './principal.ts'

/** For what only a person can do: join, take a role, open the shared screen. */
export function personAsking(principal: Principal | null): Result<Person, Refused> {
  if (principal === null) return refuse({ reason: 'notSignedIn' })
  if (principal.as === 'person') return ok(principal.person)
  return refuse({ reason: principal.as === 'projector' ? 'readsOnly' : 'notAMember' })
}

/** For reading what is written: a person, or null for the command line. The shared screen has a door of its own. */
export function readerAsking(principal: Principal | null): Result<Person | null, Refused> {
  return principal?.as === 'operator' ? ok(null) : personAsking(principal)
}

export type Maker = { by: Person | null; workspaceId: WorkspaceId }

/**
 * For making a postmortem: a colleague, in a workspace of theirs; or the command line, which makes it in the first
 * workspace for whoever comes first.
 */
export function makerAsking(
  database: DatabaseSync,
  principal: Principal | null,
  asked: WorkspaceId | undefined,
): Result<Maker, Refused> {
  if (principal?.as === 'operator') return ok({ by: null, workspaceId: asked ?? firstWorkspace(database) })
  const person = personAsking(principal)
  if (!person.ok) return person
  const workspaces = membershipsOf(database, person.value.personId)
  const [first] = workspaces
  if (!first) return refuse({ reason: 'onlyColleagues' })
  const chosen = asked === undefined ? first : workspaces.find(({ workspaceId }) => workspaceId === asked)
  if (!chosen) return refuse({ reason: 'noSuchWorkspace' })
  return ok({ by: person.value, workspaceId: chosen.workspaceId })
}

/** For what is asked of a meeting, which decides by itself what the shared screen may do. */
export function senderAsking(principal: Principal | null): Result<Sender, Refused> {
  if (principal?.as === 'projector') return ok({ as: 'projector' })
  const person = personAsking(principal)
  return person.ok ? ok({ as: 'person', personId: person.value.personId }) : person
}
