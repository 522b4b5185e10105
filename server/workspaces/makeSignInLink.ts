import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { PersonId } from '../../shared/ids.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { Refused } from '../http/problems.ts'
import { accountWithEmail } from '../people/accountRows.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { newSecretKey } from '../people/secretKey.ts'
import { addSignInLink } from '../people/signInLinkRows.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { firstWorkspace, membershipsOf } from './workspaceRows.ts'

type LinkDependencies = { database: DatabaseSync; clock: Clock }

const LINK_MS = 24 * 60 * 60 * 1_000

/**
 * The path of a link that signs them in, once. Whoever it is given to could use it in their place, so it stands in the
 * log of each workspace it opens; for somebody who belongs to none, in that of the first.
 */
export function makeSignInLink(
  { database, clock }: LinkDependencies,
  { personId, name }: Person,
  by: PersonId | null,
): string {
  const [key, at] = [newSecretKey(), clock()]
  const theirs = membershipsOf(database, personId).map(({ workspaceId }) => workspaceId)
  inTransaction(database, () => {
    addSignInLink(database, { key, personId, expiresAt: at + LINK_MS })
    for (const workspaceId of theirs.length > 0 ? theirs : [firstWorkspace(database)])
      addAuditEntry(database, { at, action: 'signInLinkMade', by, workspaceId, subject: name })
  })
  return `/sign-in/${key}`
}

/** For the command line: whoever can read this machine's files can let anybody back in. */
export function makeSignInLinkFor(dependencies: LinkDependencies, email: string): Result<string, Refused> {
  const account = accountWithEmail(dependencies.database, email)
  return account
    ? ok(makeSignInLink(dependencies, account.person, null))
    : refuse({ reason: 'noSuchAccount' })
}
