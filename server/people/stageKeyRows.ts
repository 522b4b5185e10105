import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { Reading } from './reading.ts'
import { hashOfKey } from './secretKey.ts'

type NewStageKey = { stageKey: string; postmortemId: PostmortemId; by: PersonId; at: number }

export function addStageKey(database: DatabaseSync, { stageKey, postmortemId, by, at }: NewStageKey): void {
  database
    .prepare('INSERT INTO stage_keys (key_hash, postmortem_id, created_by, created_at) VALUES (?, ?, ?, ?)')
    .run(hashOfKey(stageKey), postmortemId, by, at)
}

/** Null for a key nobody was given, or one that was revoked. */
export function postmortemOfStageKey(database: DatabaseSync, stageKey: string): PostmortemId | null {
  const row = database
    .prepare('SELECT postmortem_id FROM stage_keys WHERE key_hash = ? AND revoked_at IS NULL')
    .get(hashOfKey(stageKey))
  return row ? (String(row.postmortem_id) as PostmortemId) : null // only ids are written to this column
}

/** How many keys to the shared screen still show something. */
export const countStageKeys = (
  { database, reading }: { database: DatabaseSync; reading: Reading },
  postmortemId: PostmortemId,
): number =>
  database
    .prepare('SELECT hex(key_hash) AS hash FROM stage_keys WHERE postmortem_id = ? AND revoked_at IS NULL')
    .all(postmortemId)
    .filter(({ hash }) =>
      reading.mayRead({ as: 'projector', postmortemId, stageKeyHash: String(hash) }, postmortemId),
    ).length

export function revokeStageKeys(database: DatabaseSync, postmortemId: PostmortemId, at: number): void {
  database
    .prepare('UPDATE stage_keys SET revoked_at = ? WHERE postmortem_id = ? AND revoked_at IS NULL')
    .run(at, postmortemId)
}
