import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/wire/people.ts'

/** How a person signs in. A guest has none. */
export type Account = { person: Person; email: string; passwordHash: string | null }

type NewAccount = { personId: PersonId; email: string; passwordHash: string | null }

export function addAccount(database: DatabaseSync, { personId, email, passwordHash }: NewAccount): void {
  database
    .prepare('INSERT INTO accounts (person_id, email, password_hash) VALUES (?, ?, ?)')
    .run(personId, email, passwordHash)
}

const columns = 'person_id, name, email, password_hash FROM accounts JOIN people USING (person_id)'

/** The address in small letters, as `mailAddress` parses it. */
export function accountWithEmail(database: DatabaseSync, email: string): Account | null {
  return accountOrNull(database.prepare(`SELECT ${columns} WHERE email = ?`).get(email))
}

export function accountOf(database: DatabaseSync, personId: PersonId): Account | null {
  return accountOrNull(database.prepare(`SELECT ${columns} WHERE person_id = ?`).get(personId))
}

export function setPasswordHash(database: DatabaseSync, personId: PersonId, hash: string): void {
  database.prepare('UPDATE accounts SET password_hash = ? WHERE person_id = ?').run(hash, personId)
}

function accountOrNull(row: Record<string, SQLOutputValue> | undefined): Account | null {
  if (!row) return null
  return {
    // Only ids are written to this column.
    person: { personId: String(row.person_id) as PersonId, name: String(row.name) },
    email: String(row.email),
    passwordHash: row.password_hash === null ? null : String(row.password_hash),
  }
}
