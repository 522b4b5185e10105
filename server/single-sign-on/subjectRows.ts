import type { DatabaseSync } from 'node:sqlite'
import type { PersonId } from '../../shared/ids.ts'

/** Somebody as the provider knows them, whatever their address is today. */
export type Subject = { issuer: string; subject: string }

export function personWithSubject(database: DatabaseSync, { issuer, subject }: Subject): PersonId | null {
  const row = database
    .prepare('SELECT person_id FROM accounts WHERE issuer = ? AND subject = ?')
    .get(issuer, subject)
  return row ? (String(row.person_id) as PersonId) : null // only ids are written to this column
}

/** False for an account that belongs to somebody else at the same provider. Another provider than before takes its place. */
export function linkSubject(
  database: DatabaseSync,
  personId: PersonId,
  { issuer, subject }: Subject,
): boolean {
  const { changes } = database
    .prepare(
      'UPDATE accounts SET issuer = :issuer, subject = :subject WHERE person_id = :personId AND issuer IS NOT :issuer',
    )
    .run({ issuer, subject, personId })
  return changes > 0
}
