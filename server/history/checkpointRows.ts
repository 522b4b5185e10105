import { createHash } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { deflateSync, inflateSync } from 'node:zlib'
import { type ContentCopy, readContentCopy } from '../../shared/content/contentCopy.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { type Checkpoint, type CheckpointOccasion, checkpointOccasion } from '../../shared/wire/history.ts'

export type DueCheckpoint = {
  postmortemId: PostmortemId
  number: number
}
/** What a due checkpoint holds: a ContentCopy as JSON, and when it was read. */
export type CheckpointContent = DueCheckpoint & { readAt: number; json: string }

/** Notes that a checkpoint is owed, inside the caller's transaction. Its content follows by `storeCheckpoint`. */
export function addDueCheckpoint(
  database: DatabaseSync,
  postmortemId: PostmortemId,
  { occasion, by, at }: { occasion: CheckpointOccasion; by: PersonId | null; at: number },
): DueCheckpoint {
  const number = newestCheckpoint(database, postmortemId) + 1
  database
    .prepare('INSERT INTO checkpoints (postmortem_id, number, occasion, made_by, at) VALUES (?, ?, ?, ?, ?)')
    .run(postmortemId, number, JSON.stringify(occasion), by, at)
  return { postmortemId, number }
}

/** 0 before the first. */
export function newestCheckpoint(database: DatabaseSync, postmortemId: PostmortemId): number {
  const row = database
    .prepare('SELECT max(number) AS newest FROM checkpoints WHERE postmortem_id = ?')
    .get(postmortemId)
  return Number(row?.newest ?? 0)
}

/** Storing it again, after an answer that got lost, changes nothing. */
export function storeCheckpoint(
  database: DatabaseSync,
  { postmortemId, number, readAt, json }: CheckpointContent,
): void {
  const hash = hashOf(json)
  const isKept = database
    .prepare('SELECT 1 FROM checkpoint_contents WHERE postmortem_id = ? AND content_hash = ?')
    .get(postmortemId, hash)
  if (!isKept) {
    database
      .prepare('INSERT INTO checkpoint_contents (postmortem_id, content_hash, bytes) VALUES (?, ?, ?)')
      .run(postmortemId, hash, deflateSync(json))
  }
  database
    .prepare(
      `UPDATE checkpoints SET content_hash = ?, read_at = ?
       WHERE postmortem_id = ? AND number = ? AND content_hash IS NULL`,
    )
    .run(hash, readAt, postmortemId, number)
}

export const dueCheckpoints = (database: DatabaseSync): DueCheckpoint[] =>
  database
    .prepare('SELECT postmortem_id, number FROM checkpoints WHERE content_hash IS NULL')
    .all()
    .map((row) => ({
      postmortemId: String(row.postmortem_id) as PostmortemId, // only ids are written to this column
      number: Number(row.number),
    }))

/** The newest first, without those whose content is still on its way to the disk. */
export const listCheckpoints = (database: DatabaseSync, postmortemId: PostmortemId): Checkpoint[] =>
  database.prepare(`${selectCheckpoints} ORDER BY number DESC`).all(postmortemId).map(checkpointOf)

export function findCheckpoint(
  database: DatabaseSync,
  postmortemId: PostmortemId,
  number: number,
): Checkpoint | null {
  const row = database.prepare(`${selectCheckpoints} AND number = ?`).get(postmortemId, number)
  return row ? checkpointOf(row) : null
}

export function countSavedByHand(database: DatabaseSync, postmortemId: PostmortemId): number {
  const row = database
    .prepare(
      `SELECT count(*) AS count FROM checkpoints WHERE postmortem_id = ?
       AND CASE WHEN json_valid(occasion) THEN occasion ->> 'type' END = 'savedByHand'`,
    )
    .get(postmortemId)
  return Number(row?.count)
}

/** Null where what is stored is not what was once written, or is gone. */
export function readCheckpointContent(
  database: DatabaseSync,
  { postmortemId, number }: DueCheckpoint,
): ContentCopy | null {
  const row = database
    .prepare(
      `SELECT content_hash, bytes FROM checkpoints JOIN checkpoint_contents USING (postmortem_id, content_hash)
       WHERE postmortem_id = ? AND number = ?`,
    )
    .get(postmortemId, number)
  if (!(row?.bytes instanceof Uint8Array) || !(row.content_hash instanceof Uint8Array)) return null
  try {
    const json = inflateSync(row.bytes, { maxOutputLength: MOST_CONTENT_BYTES }).toString()
    return hashOf(json).equals(row.content_hash) ? readContentCopy(JSON.parse(json)) : null
  } catch {
    return null
  }
}

/** A damaged one may claim to hold any amount. */
const MOST_CONTENT_BYTES = 256 * 1024 * 1024

const hashOf = (json: string): Buffer => createHash('sha256').update(json).digest()

const selectCheckpoints = `
  SELECT number, occasion, made_by, at, read_at,
    content_hash = (
      SELECT content_hash FROM checkpoints AS earlier
      WHERE earlier.postmortem_id = checkpoints.postmortem_id AND earlier.number < checkpoints.number
      ORDER BY number DESC LIMIT 1
    ) AS is_same
  FROM checkpoints WHERE postmortem_id = ? AND content_hash IS NOT NULL`

function checkpointOf(row: Record<string, SQLOutputValue>): Checkpoint {
  return {
    number: Number(row.number),
    occasion: occasionIn(String(row.occasion)),
    by: row.made_by === null ? null : (String(row.made_by) as PersonId), // only ids are written to this column
    at: Number(row.at),
    readAt: Number(row.read_at),
    isSameAsBefore: Number(row.is_same) === 1,
  }
}

function occasionIn(json: string): CheckpointOccasion {
  try {
    return checkpointOccasion.parse(JSON.parse(json))
  } catch {
    return { type: 'unknown' }
  }
}
