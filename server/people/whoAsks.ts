import type { Sender } from '../../shared/meeting/capabilities.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { Refused } from '../http/problems.ts'
import type { Principal } from './principal.ts'

/** For what only a person can do: join, take a role, open the shared screen. */
export function personAsking(principal: Principal | null): Result<Person, Refused> {
  if (principal === null) return refuse({ reason: 'notSignedIn' })
  if (principal.as === 'person') return ok(principal.person)
  return refuse({ reason: principal.as === 'projector' ? 'readsOnly' : 'notAMember' })
}

/** For making a postmortem: a person, or null for the command line, which makes it for whoever comes first. */
export function makerAsking(principal: Principal | null): Result<Person | null, Refused> {
  return principal?.as === 'operator' ? ok(null) : personAsking(principal)
}

/** For what is asked of a meeting, which decides by itself what the shared screen may do. */
export function senderAsking(principal: Principal | null): Result<Sender, Refused> {
  if (principal?.as === 'projector') return ok({ as: 'projector' })
  const person = personAsking(principal)
  return person.ok ? ok({ as: 'person', personId: person.value.personId }) : person
}
