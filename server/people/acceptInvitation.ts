import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { FoundInvitation } from '../workspaces/invitationRows.ts'
import { settleInvitation } from '../workspaces/invitationRows.ts'
import { membershipIn, setMembership } from '../workspaces/workspaceRows.ts'
import { addAccount } from './accountRows.ts'
import { addAuditEntry } from './auditRows.ts'
import { addPerson } from './peopleRows.ts'

type AcceptDependencies = { database: DatabaseSync; clock: Clock; newId: () => PersonId }

/** The invited person, made with the address they were invited at. Belongs in one transaction with what follows. */
export function makeInvitedPerson(
  { database, clock, newId }: AcceptDependencies,
  { email }: Pick<FoundInvitation, 'email'>,
  { name, passwordHash }: { name: string; passwordHash: string | null },
): Person {
  const person = { personId: newId(), name }
  addPerson(database, person, clock())
  addAccount(database, { personId: person.personId, email, passwordHash })
  return person
}

/** Someone becomes a colleague. Whoever is one already keeps the role they have. */
export function acceptInvitation(
  { database, clock }: Pick<AcceptDependencies, 'database' | 'clock'>,
  invitation: FoundInvitation,
  { personId }: Person,
): void {
  const { invitationId, workspaceId, role, email } = invitation
  const at = clock()
  settleInvitation(database, invitationId, at)
  if (membershipIn(database, personId, workspaceId)) return
  setMembership(database, { workspaceId, personId, role, at })
  addAuditEntry(database, {
    at,
    action: 'invitationAccepted',
    by: personId,
    workspaceId,
    subject: `${email}: ${role}`,
  })
}
