import type { DatabaseSync } from 'node:sqlite'
import type { PostmortemId } from '../../shared/ids.ts'
import type { Reading } from '../people/reading.ts'

/** How many keys to the shared screen still show something. */
export const countSharedScreens = (
  { database, reading }: { database: DatabaseSync; reading: Reading },
  postmortemId: PostmortemId,
): number =>
  database
    .prepare('SELECT hex(key_hash) AS hash FROM stage_keys WHERE postmortem_id = ? AND revoked_at IS NULL')
    .all(postmortemId)
    .filter(({ hash }) =>
      reading.mayRead({ as: 'projector', postmortemId, stageKeyHash: String(hash) }, postmortemId),
    ).length

export function closeSharedScreens(database: DatabaseSync, postmortemId: PostmortemId, at: number): void {
  database
    .prepare('UPDATE stage_keys SET revoked_at = ? WHERE postmortem_id = ? AND revoked_at IS NULL')
    .run(at, postmortemId)
}
