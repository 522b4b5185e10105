import type { DatabaseSync } from 'node:sqlite'
import type { AttachedFileId, PersonId, PostmortemId } from '../../shared/ids.ts'
import { type MediaType, mediaType } from '../../shared/wire/attachments.ts'
import { provenContent } from '../evidence/provenContent.ts'
import type { CheckedFile } from './checkFile.ts'

export type NewFile = CheckedFile & {
  fileId: AttachedFileId
  postmortemId: PostmortemId
  name: string
  size: number
  hash: Uint8Array
  deflated: Uint8Array
  by: PersonId
  at: number
}

export function addFile(database: DatabaseSync, file: NewFile): void {
  const { fileId, postmortemId, name, mediaType, width, height, size, hash, deflated, by, at } = file
  database
    .prepare(
      `INSERT INTO attached_files
       (file_id, postmortem_id, name, media_type, width, height, size, content_hash, bytes, added_by, added_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(fileId, postmortemId, name, mediaType, width, height, size, hash, deflated, by, at)
}

/** The one with these bytes; null where they are new. */
export function findFileByHash(
  database: DatabaseSync,
  postmortemId: PostmortemId,
  hash: Uint8Array,
): AttachedFileId | null {
  const row = database
    .prepare('SELECT file_id FROM attached_files WHERE postmortem_id = ? AND content_hash = ?')
    .get(postmortemId, hash)
  return row ? (String(row.file_id) as AttachedFileId) : null // only ids are written to this column
}

/** How many files a postmortem has, and what they take on disk. */
export function storedFilesOf(
  database: DatabaseSync,
  postmortemId: PostmortemId,
): { files: number; bytes: number } {
  const row = database
    .prepare(
      `SELECT count(*) AS files, coalesce(sum(length(bytes)), 0) AS bytes FROM attached_files
       WHERE postmortem_id = ?`,
    )
    .get(postmortemId)
  return { files: Number(row?.files), bytes: Number(row?.bytes) }
}

export type StoredFile = {
  name: string
  mediaType: MediaType
  /** SHA-256, in hex. */
  hash: string
  /** Null where what is stored is not what was once kept. */
  content: () => Buffer | null
}

/** Null where there is none. */
export function readFile(
  database: DatabaseSync,
  postmortemId: PostmortemId,
  fileId: AttachedFileId,
): StoredFile | null {
  const row = database
    .prepare('SELECT * FROM attached_files WHERE postmortem_id = ? AND file_id = ?')
    .get(postmortemId, fileId)
  if (!row) return null
  const { name, media_type, content_hash } = row
  return {
    name: String(name),
    mediaType: mediaType.parse(media_type),
    hash: content_hash instanceof Uint8Array ? Buffer.from(content_hash).toString('hex') : '',
    content: () => provenContent(row),
  }
}

export const filesOf = (
  database: DatabaseSync,
  postmortemId: PostmortemId,
): { fileId: AttachedFileId; name: string }[] =>
  database
    .prepare('SELECT file_id, name FROM attached_files WHERE postmortem_id = ? ORDER BY added_at, rowid')
    .all(postmortemId)
    .map(({ file_id, name }) => ({ fileId: String(file_id) as AttachedFileId, name: String(name) }))
