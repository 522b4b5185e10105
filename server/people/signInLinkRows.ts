import type { DatabaseSync } from 'node:sqlite'
import type { PersonId } from '../../shared/ids.ts'
import { hashOfKey } from './secretKey.ts'

export function addSignInLink(
  database: DatabaseSync,
  { key, personId, expiresAt }: { key: string; personId: PersonId; expiresAt: number },
): void {
  database
    .prepare('INSERT INTO sign_in_links (key_hash, person_id, expires_at) VALUES (?, ?, ?)')
    .run(hashOfKey(key), personId, expiresAt)
}

/** Whom the link signs in, once: afterwards it is gone, like every other that has expired. */
export function takeSignInLink(database: DatabaseSync, key: string, now: number): PersonId | null {
  database.prepare('DELETE FROM sign_in_links WHERE expires_at <= ?').run(now)
  const row = database
    .prepare('DELETE FROM sign_in_links WHERE key_hash = ? RETURNING person_id')
    .get(hashOfKey(key))
  return row ? (String(row.person_id) as PersonId) : null // only ids are written to this column
}
