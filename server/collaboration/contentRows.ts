import type { DatabaseSync } from 'node:sqlite'
import { deflateSync, inflateSync } from 'node:zlib'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { ToldFacts } from '../../shared/triage/facts.ts'
import { type ContentChangeBy, storeChanges } from '../history/changeRows.ts'
import { type CheckpointContent, storeCheckpoint } from '../history/checkpointRows.ts'
import { inTransaction } from '../storage/inTransaction.ts'

/** One update of a content document. `sequence` counts the document's updates from 1. */
export type ContentUpdate = { postmortemId: PostmortemId; sequence: number; bytes: Uint8Array }
/** The first person to type with a Yjs client id. */
export type ContentWriter = { postmortemId: PostmortemId; clientId: number; personId: PersonId }
/** The whole document with every update up to `sequence` applied. */
export type ContentSnapshot = ContentUpdate
/** The incident as its document tells it now. Lists say the same from the moment the change itself is stored. */
export type ListedIncident = ToldFacts & { postmortemId: PostmortemId; title: string | null }
/** What is stored at once. A checkpoint is stored with, or after, the updates it holds. */
export type ContentBatch = {
  updates: ContentUpdate[]
  writers: ContentWriter[]
  changes: ContentChangeBy[]
  incidents: ListedIncident[]
  checkpoints: CheckpointContent[]
}

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
    .prepare('SELECT * FROM content_snapshots WHERE postmortem_id = ?') // an older database may be looked at
    .get(postmortemId) as { sequence: number; bytes: Uint8Array; is_deflated?: number } | undefined
  const writers = database
    .prepare(
      'SELECT client_id AS clientId, person_id AS personId FROM content_writers WHERE postmortem_id = ?',
    )
    .all(postmortemId) as { clientId: number; personId: PersonId }[]
  return {
    snapshot: snapshot ? (snapshot.is_deflated ? inflated(snapshot.bytes) : snapshot.bytes) : null,
    updates: updates.map(({ bytes }) => bytes),
    sequence: Math.max(updates.at(-1)?.sequence ?? 0, snapshot?.sequence ?? 0),
    writers,
  }
}

/** One client, and then nothing: no update of Yjs, and so found to be damaged where it is applied. */
const UNREADABLE = Uint8Array.of(1)

function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes)
  } catch {
    return UNREADABLE
  }
}

/** All or nothing. Storing a batch again, after an answer that got lost, changes nothing. */
export function storeBatch(
  database: DatabaseSync,
  { updates, writers, changes, incidents, checkpoints }: ContentBatch,
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
    storeChanges(database, changes)
    for (const listed of incidents) storeListed(database, listed)
    for (const checkpoint of checkpoints) storeCheckpoint(database, checkpoint)
  })
}

/** Without a readable title the list keeps the one it has. */
function storeListed(database: DatabaseSync, listed: ListedIncident): void {
  const { postmortemId, title, severity, services, beganAt, resolvedAt } = listed
  database
    .prepare(
      `UPDATE postmortems SET title = coalesce(?, title), severity = ?, services = ?, incident_started_at = ?,
         resolved_at = ? WHERE postmortem_id = ?`,
    )
    .run(title, severity, JSON.stringify(services), beganAt, resolvedAt, postmortemId)
}

/** Of the levels zlib has: a third of the time of the usual one, and a tenth larger. */
const QUICK = 1

/** Puts the snapshot in the place of the updates it holds, in one transaction: a crash leaves either or the other. */
export function compactContent(
  database: DatabaseSync,
  { postmortemId, sequence, bytes }: ContentSnapshot,
  between: () => void = () => {},
): void {
  inTransaction(database, () => {
    database
      .prepare(
        `INSERT INTO content_snapshots (postmortem_id, sequence, bytes, is_deflated) VALUES (?, ?, ?, 1)
         ON CONFLICT (postmortem_id) DO UPDATE
         SET sequence = excluded.sequence, bytes = excluded.bytes, is_deflated = 1
         WHERE excluded.sequence >= content_snapshots.sequence`,
      )
      .run(postmortemId, sequence, deflateSync(bytes, { level: QUICK }))
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
