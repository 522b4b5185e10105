import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { Person } from '../../shared/wire/people.ts'
import { hashOfKey } from './secretKey.ts'

export function addPerson(database: DatabaseSync, { personId, name }: Person, at: number): void {
  database
    .prepare('INSERT INTO people (person_id, name, created_at) VALUES (?, ?, ?)')
    .run(personId, name, at)
}

export function renamePerson(database: DatabaseSync, { personId, name }: Person): void {
  database.prepare('UPDATE people SET name = ? WHERE person_id = ?').run(name, personId)
}

export function addSession(database: DatabaseSync, token: string, personId: PersonId, at: number): void {
  database
    .prepare('INSERT INTO sessions (token_hash, person_id, created_at) VALUES (?, ?, ?)')
    .run(hashOfKey(token), personId, at)
}

/** Null for a session nobody has, or one begun before `notBefore`, in ms. */
export function personOfSession(database: DatabaseSync, token: string, notBefore: number): Person | null {
  const row = database
    .prepare(
      `SELECT person_id, name FROM sessions JOIN people USING (person_id)
       WHERE token_hash = ? AND sessions.created_at >= ?`,
    )
    .get(hashOfKey(token), notBefore)
  // Only ids are written to this column.
  return row ? { personId: String(row.person_id) as PersonId, name: String(row.name) } : null
}

export function addStageKey(
  database: DatabaseSync,
  {
    stageKey,
    postmortemId,
    by,
    at,
  }: { stageKey: string; postmortemId: PostmortemId; by: PersonId; at: number },
): void {
  database
    .prepare('INSERT INTO stage_keys (key_hash, postmortem_id, created_by, created_at) VALUES (?, ?, ?, ?)')
    .run(hashOfKey(stageKey), postmortemId, by, at)
}

export function postmortemOfStageKey(database: DatabaseSync, stageKey: string): PostmortemId | null {
  const row = database
    .prepare('SELECT postmortem_id FROM stage_keys WHERE key_hash = ?')
    .get(hashOfKey(stageKey))
  return row ? (String(row.postmortem_id) as PostmortemId) : null // only ids are written to this column
}
