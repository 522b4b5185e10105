import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { inTransaction } from '../storage/inTransaction.ts'

/** One update of a content document. `sequence` counts the document's updates from 1. */
export type ContentUpdate = { postmortemId: PostmortemId; sequence: number; bytes: Uint8Array }
/** The first person to type with a Yjs client id. */
export type ContentWriter = { postmortemId: PostmortemId; clientId: number; personId: PersonId }
/** The whole document with every update up to `sequence` applied. */
export type ContentSnapshot = ContentUpdate

export type StoredContent = {
  snapshot: Uint8Array | null
  updates: Uint8Array[]
  /** Of the newest update, stored or within the snapshot; 0 before the first. */
  sequence: number
  writers: { clientId: number; personId: PersonId }[]
}

/** Gives a new document its first state, inside whatever transaction the caller has open. */
export function seedContentLog(database: DatabaseSync, postmortemId: PostmortemId, state: Uint8Array): void {
  database
    .prepare('INSERT INTO content_snapshots (postmortem_id, sequence, bytes) VALUES (?, 0, ?)')
    .run(postmortemId, state)
}

/**
 * The updates are read before the snapshot: a compaction that commits in between only makes the snapshot hold what was
 * already read, never the other way round.
 */
export function readContentRows(database: DatabaseSync, postmortemId: PostmortemId): StoredContent {
  // The casts say what the table's own column types promise.
  const updates = database
    .prepare('SELECT sequence, bytes FROM content_updates WHERE postmortem_id = ? ORDER BY sequence')
    .all(postmortemId) as { sequence: number; bytes: Uint8Array }[]
  const snapshot = database
    .prepare('SELECT sequence, bytes FROM content_snapshots WHERE postmortem_id = ?')
    .get(postmortemId) as { sequence: number; bytes: Uint8Array } | undefined
  const writers = database
    .prepare(
      'SELECT client_id AS clientId, person_id AS personId FROM content_writers WHERE postmortem_id = ?',
    )
    .all(postmortemId) as { clientId: number; personId: PersonId }[]
  return {
    snapshot: snapshot?.bytes ?? null,
    updates: updates.map(({ bytes }) => bytes),
    sequence: Math.max(updates.at(-1)?.sequence ?? 0, snapshot?.sequence ?? 0),
    writers,
  }
}

/** All or nothing. Storing a batch again, after an answer that got lost, changes nothing. */
export function storeUpdates(
  database: DatabaseSync,
  { updates, writers }: { updates: ContentUpdate[]; writers: ContentWriter[] },
): void {
  inTransaction(database, () => {
    const addUpdate = database.prepare(
      'INSERT OR IGNORE INTO content_updates (postmortem_id, sequence, bytes) VALUES (?, ?, ?)',
    )
    for (const { postmortemId, sequence, bytes } of updates) addUpdate.run(postmortemId, sequence, bytes)
    const addWriter = database.prepare(
      'INSERT OR IGNORE INTO content_writers (postmortem_id, client_id, person_id) VALUES (?, ?, ?)',
    )
    for (const { postmortemId, clientId, personId } of writers)
      addWriter.run(postmortemId, clientId, personId)
  })
}

/** Puts the snapshot in the place of the updates it holds, in one transaction: a crash leaves either or the other. */
export function compactContent(
  database: DatabaseSync,
  { postmortemId, sequence, bytes }: ContentSnapshot,
  between: () => void = () => {},
): void {
  inTransaction(database, () => {
    database
      .prepare(
        `INSERT INTO content_snapshots (postmortem_id, sequence, bytes) VALUES (?, ?, ?)
         ON CONFLICT (postmortem_id) DO UPDATE SET sequence = excluded.sequence, bytes = excluded.bytes
         WHERE excluded.sequence >= content_snapshots.sequence`,
      )
      .run(postmortemId, sequence, bytes)
    between()
    database
      .prepare(
        `DELETE FROM content_updates WHERE postmortem_id = ?1
         AND sequence <= (SELECT sequence FROM content_snapshots WHERE postmortem_id = ?1)`,
      )
      .run(postmortemId)
    between()
  })
}
