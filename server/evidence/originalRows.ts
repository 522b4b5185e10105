import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { formatInWords } from '../../shared/evidence/evidenceFormats.ts'
import type { EvidenceId, PersonId, PostmortemId } from '../../shared/ids.ts'
import type { EvidenceOriginal } from '../../shared/wire/evidence.ts'
import { provenContent } from './provenContent.ts'

export type NewOriginal = {
  evidenceId: EvidenceId
  postmortemId: PostmortemId
  name: string
  format: string | null
  size: number
  hash: Uint8Array
  deflated: Uint8Array
  readCount: number | null
  maskedCount: number | null
  by: PersonId
  at: number
}

export function addOriginal(database: DatabaseSync, original: NewOriginal): void {
  const { evidenceId, postmortemId, name, format, size, hash, deflated, by, at } = original
  const { readCount, maskedCount } = original
  database
    .prepare(
      `INSERT INTO evidence_originals (evidence_id, postmortem_id, name, format, size, content_hash, bytes,
         added_by, added_at, read_count, masked_count)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(evidenceId, postmortemId, name, format, size, hash, deflated, by, at, readCount, maskedCount)
}

/** The one with these bytes; null where they are new. */
export function findByHash(
  database: DatabaseSync,
  postmortemId: PostmortemId,
  hash: Uint8Array,
): EvidenceId | null {
  const row = database
    .prepare('SELECT evidence_id FROM evidence_originals WHERE postmortem_id = ? AND content_hash = ?')
    .get(postmortemId, hash)
  return row ? (String(row.evidence_id) as EvidenceId) : null // only ids are written to this column
}

/** How many originals a postmortem has, and what they take on disk. */
export function storedOf(
  database: DatabaseSync,
  postmortemId: PostmortemId,
): { files: number; bytes: number } {
  const row = database
    .prepare(
      `SELECT count(*) AS files, coalesce(sum(length(bytes)), 0) AS bytes FROM evidence_originals
       WHERE postmortem_id = ?`,
    )
    .get(postmortemId)
  return { files: Number(row?.files), bytes: Number(row?.bytes) }
}

/** The newest first. */
export const listOriginals = (database: DatabaseSync, postmortemId: PostmortemId): EvidenceOriginal[] =>
  database
    .prepare(
      `SELECT o.evidence_id, o.name, format, size, lower(hex(content_hash)) AS hash, read_count, masked_count,
         added_by, added_at, people.name AS by_name,
         (SELECT count(*) FROM evidence_taken AS t WHERE t.evidence_id = o.evidence_id) AS taken
       FROM evidence_originals AS o JOIN people ON people.person_id = added_by
       WHERE postmortem_id = ? ORDER BY added_at DESC, o.rowid DESC`,
    )
    .all(postmortemId)
    .map(originalOf)

// Only ids are written to these columns.
const originalOf = (row: Record<string, SQLOutputValue>): EvidenceOriginal => ({
  evidenceId: String(row.evidence_id) as EvidenceId,
  name: String(row.name),
  format: row.format === null ? null : String(row.format),
  label: row.format === null ? null : formatInWords(String(row.format)),
  size: Number(row.size),
  by: { personId: String(row.added_by) as PersonId, name: String(row.by_name) },
  at: Number(row.added_at),
  hash: String(row.hash),
  readCount: countOf(row.read_count),
  maskedCount: countOf(row.masked_count),
  takenCount: Number(row.taken),
})

const countOf = (value: SQLOutputValue | undefined) => (value == null ? null : Number(value))

/** Null where there is none. Its content is null where what is stored is not what was once kept. */
export function readOriginal(
  database: DatabaseSync,
  postmortemId: PostmortemId,
  evidenceId: EvidenceId,
): { name: string; content: Buffer | null } | null {
  const row = database
    .prepare(
      'SELECT name, size, content_hash, bytes FROM evidence_originals WHERE postmortem_id = ? AND evidence_id = ?',
    )
    .get(postmortemId, evidenceId)
  return row ? { name: String(row.name), content: provenContent(row) } : null
}
