import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { PersonId } from '../../shared/ids.ts'
import { mailAddress } from '../../shared/people/credentials.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { personName } from '../../shared/wire/people.ts'
import { acceptInvitation, makeInvitedPerson } from '../people/acceptInvitation.ts'
import { accountWithEmail } from '../people/accountRows.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { invitationFor } from '../workspaces/invitationRows.ts'
import { firstWorkspace, hasOwner, setMembership } from '../workspaces/workspaceRows.ts'
import type { Claims } from './createProvider.ts'
import type { SingleSignOnSettings } from './singleSignOnSettingsIn.ts'
import { linkSubject, personWithSubject } from './subjectRows.ts'

export type AdmitDependencies = {
  database: DatabaseSync
  clock: Clock
  newId: () => PersonId
  join: SingleSignOnSettings['join']
}

export type NotAdmitted = 'emailNotVerified' | 'addressOfAnother' | 'notInvited'

/**
 * Whom to sign in. Belongs in one transaction with it. Only an address the provider has verified leads to an account:
 * with any other, somebody could say the address of a colleague and become them.
 */
export function admitByClaims(
  dependencies: AdmitDependencies,
  claims: Claims,
): Result<PersonId, NotAdmitted> {
  const { database, clock, join } = dependencies
  const known = personWithSubject(database, claims)
  if (known) return ok(known)
  const email = verifiedEmail(claims)
  if (email === null) return refuse('emailNotVerified')
  const holder = accountWithEmail(database, email)?.person.personId
  if (holder) return linkSubject(database, holder, claims) ? ok(holder) : refuse('addressOfAnother')

  const invitation = invitationFor(database, email, clock())
  // Before there is an owner, everyone is not yet anyone.
  if (!invitation && (join === 'invited' || !hasOwner(database))) return refuse('notInvited')
  const name = nameIn(claims, email)
  const person = makeInvitedPerson(dependencies, { email }, { name, passwordHash: null })
  linkSubject(database, person.personId, claims)
  if (invitation) acceptInvitation(dependencies, invitation, person)
  else joinFirstWorkspace(dependencies, person.personId)
  return ok(person.personId)
}

/** The Kelvin sign becomes a plain k in small letters, and with it somebody else's address. */
function verifiedEmail({ email, isEmailVerified }: Claims): string | null {
  const parsed = mailAddress.safeParse(email)
  return isEmailVerified && parsed.success && !String(email).includes('\u212A') ? parsed.data : null
}

/** The first name that one may have here. */
function nameIn({ names }: Claims, email: string): string {
  for (const name of [...names, email.split('@')[0]]) {
    const parsed = personName.safeParse(typeof name === 'string' ? name.slice(0, 60) : name)
    if (parsed.success) return parsed.data
  }
  return 'Someone'
}

function joinFirstWorkspace({ database, clock }: AdmitDependencies, personId: PersonId): void {
  const [workspaceId, at] = [firstWorkspace(database), clock()]
  setMembership(database, { workspaceId, personId, role: 'member', at })
  addAuditEntry(database, { at, action: 'workspaceJoined', by: personId, workspaceId })
}
