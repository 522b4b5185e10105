import type { DatabaseSync } from 'node:sqlite'
import type { PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/wire/people.ts'

export function addPerson(database: DatabaseSync, { personId, name }: Person, at: number): void {
  database
    .prepare('INSERT INTO people (person_id, name, created_at) VALUES (?, ?, ?)')
    .run(personId, name, at)
}

export function renamePerson(database: DatabaseSync, { personId, name }: Person): void {
  database.prepare('UPDATE people SET name = ? WHERE person_id = ?').run(name, personId)
}

/** What they are called now; for ids that came from the database. */
export function nameOf(database: DatabaseSync, personId: PersonId): string {
  const row = database.prepare('SELECT name FROM people WHERE person_id = ?').get(personId)
  return String(row?.name ?? '')
}
