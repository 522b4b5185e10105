import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Refused } from '../http/problems.ts'
import type { Principal } from '../people/principal.ts'
import { personAsking } from '../people/whoAsks.ts'
import { accessTo } from './authorizeDocument.ts'

/** For what changes the content by another way: the very rule by which the document's own socket takes edits or not. */
export function writerAsking(
  dependencies: Parameters<typeof accessTo>[2],
  principal: Principal | null,
  postmortemId: PostmortemId,
): Result<PersonId, Refused> {
  const person = personAsking(principal)
  if (!person.ok) return person
  if (principal?.as !== 'person') return refuse({ reason: 'readsOnly' }) // a person asks, as was found above
  const access = accessTo({ kind: 'content', postmortemId }, principal, dependencies)
  if (!access.ok) return refuse({ reason: access.problem })
  const { cannotWrite } = access.value
  return cannotWrite === null ? ok(person.value.personId) : refuse({ reason: cannotWrite })
}
