import type { PostmortemId } from '../../shared/ids.ts'
import { can, roleOf } from '../../shared/meeting/capabilities.ts'
import { type Meeting, memberOf } from '../../shared/meeting/meeting.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { Refused } from '../http/problems.ts'
import type { Principal } from '../people/principal.ts'
import { personAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from '../postmortems/findPostmortem.ts'

/** Someone in the meeting who may comment on it: before, during and after it. */
export function commenterAsking(
  dependencies: FindDependencies,
  principal: Principal | null,
  postmortemId: PostmortemId,
): Result<{ person: Person; meeting: Meeting }, Refused> {
  const person = personAsking(principal)
  if (!person.ok) return person
  const found = findPostmortem(dependencies, principal, postmortemId)
  if (!found) return refuse({ reason: 'noSuchMeeting' })
  const { meeting } = found.snapshot
  const role = roleOf(meeting, { as: 'person', personId: person.value.personId })
  if (role === null) return refuse({ reason: 'notAMember' })
  return can(role, 'comment') ? ok({ person: person.value, meeting }) : refuse({ reason: 'readsOnly' })
}

/** Null when everybody mentioned is in the meeting; it is from there that a page lets people choose. */
export const refuseMentions = (meeting: Meeting, mentions: readonly string[]): Refused | null =>
  mentions.every((personId) => memberOf(meeting, personId)) ? null : { reason: 'noSuchPerson' }
