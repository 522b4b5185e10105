import { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import { migrateContent } from '../../shared/content/contentDoc.ts'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import { filesOf, readFile } from '../attachments/fileRows.ts'
import { readContentRows } from '../collaboration/contentRows.ts'
import { applyStored } from '../collaboration/keepContent.ts'
import { listOriginals, readOriginal } from '../evidence/originalRows.ts'
import { listCheckpoints, readCheckpointContent } from '../history/checkpointRows.ts'
import { sqliteMeetingLog } from '../meetings/sqliteMeetingLog.ts'
import { newestSchemaVersion, schemaVersionOf } from '../storage/database.ts'

/** `database`: the file as a whole cannot be trusted. Otherwise one postmortem is damaged, and the rest can be read. */
export type Damage = {
  part: 'database' | 'meeting' | 'content' | 'checkpoint' | 'evidence' | 'attachment'
  postmortemId: string | null
  title: string | null
  problem: string
}
export type Verified = { postmortems: number; meetings: number; damages: Damage[] }

/** Reads everything in the database at `path` as the server would, at one moment, and changes nothing. */
export function verifyDatabase(path: string): Verified {
  const nothing = { postmortems: 0, meetings: 0 }
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
    database.exec('BEGIN') // a server may be writing: all that follows sees one moment
    const refusal = notReadable(database)
    if (refusal) return { ...nothing, damages: [ofDatabase(refusal)] }
    return verifyRows(database)
  } catch (error) {
    return { ...nothing, damages: [ofDatabase(`The database cannot be read: ${inWords(error)}.`)] }
  } finally {
    database?.close()
  }
}

function notReadable(database: DatabaseSync): string | null {
  const version = schemaVersionOf(database)
  const newest = newestSchemaVersion()
  if (version === 0) return 'This is not a database of Candor.'
  if (version <= newest) return null
  return `This database was written by a newer Candor (its version is ${version}, this program knows ${newest}).`
}

function verifyRows(database: DatabaseSync): Verified {
  const damages = wholeFile(database).map(ofDatabase)
  const postmortems = database.prepare('SELECT postmortem_id AS id, title FROM postmortems').all()
  const meetings = database
    .prepare(
      'SELECT meeting_id AS id, postmortem_id, title FROM meetings JOIN postmortems USING (postmortem_id)',
    )
    .all()
  // Only ids are written to these columns.
  for (const { id, title } of postmortems) {
    const problem = problemIn(() => contentProblem(database, String(id) as PostmortemId))
    const of = { postmortemId: String(id), title: String(title) }
    if (problem) damages.push({ part: 'content', ...of, problem })
    for (const damaged of checkpointProblems(database, String(id) as PostmortemId))
      damages.push({ part: 'checkpoint', ...of, problem: damaged })
    for (const damaged of evidenceProblems(database, String(id) as PostmortemId))
      damages.push({ part: 'evidence', ...of, problem: damaged })
    for (const damaged of attachmentProblems(database, String(id) as PostmortemId))
      damages.push({ part: 'attachment', ...of, problem: damaged })
  }
  for (const { id, postmortem_id, title } of meetings) {
    const problem = problemIn(() => meetingProblem(database, String(id) as MeetingId))
    if (problem)
      damages.push({ part: 'meeting', postmortemId: String(postmortem_id), title: String(title), problem })
  }
  return { postmortems: postmortems.length, meetings: meetings.length, damages }
}

function wholeFile(database: DatabaseSync): string[] {
  const integrity = database.prepare('PRAGMA integrity_check').all()
  const wrong = integrity.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok')
  const dangling = database.prepare('PRAGMA foreign_key_check').all()
  return [
    ...wrong,
    ...dangling.map(
      ({ table, rowid, parent }) => `${table}, row ${rowid}: what it names in ${parent} is missing.`,
    ),
  ]
}

function contentProblem(database: DatabaseSync, postmortemId: PostmortemId): string | null {
  const stored = readContentRows(database, postmortemId)
  if (!stored.snapshot && stored.updates.length === 0) return 'Its content is missing.'
  const missing = missingUpdate(database, postmortemId)
  if (missing !== null) return `Change ${missing} of its content is missing.`
  const doc = new Y.Doc()
  try {
    const said: string[] = []
    const { isDamaged } = applyStored(doc, stored, (error) => said.push(inWords(error)))
    if (isDamaged) return said.join(' ')
    return migrateContent(doc) ? null : 'Its content was written by a newer Candor.'
  } finally {
    doc.destroy()
  }
}

/** A database from before there were checkpoints has none. */
function checkpointProblems(database: DatabaseSync, postmortemId: PostmortemId): string[] {
  if (schemaVersionOf(database) < 4) return []
  return listCheckpoints(database, postmortemId).flatMap(({ number, occasion }) => {
    const content = readCheckpointContent(database, { postmortemId, number })
    if (content && occasion.type !== 'unknown') return []
    return [`Its checkpoint ${number} cannot be read.`]
  })
}

/** A database from before there was evidence has none. */
function evidenceProblems(database: DatabaseSync, postmortemId: PostmortemId): string[] {
  if (schemaVersionOf(database) < 8) return []
  return listOriginals(database, postmortemId).flatMap(({ evidenceId, name }) =>
    readOriginal(database, postmortemId, evidenceId)?.content
      ? []
      : [`Its evidence “${name}” cannot be read.`],
  )
}

/** A database from before there were attachments has none. */
function attachmentProblems(database: DatabaseSync, postmortemId: PostmortemId): string[] {
  if (schemaVersionOf(database) < 10) return []
  return filesOf(database, postmortemId).flatMap(({ fileId, name }) =>
    readFile(database, postmortemId, fileId)?.content()
      ? []
      : [`Its attached file “${name}” cannot be read.`],
  )
}

/** The updates after the snapshot are numbered without a gap: each change is stored before the next. */
function missingUpdate(database: DatabaseSync, postmortemId: PostmortemId): number | null {
  const snapshot = database
    .prepare('SELECT sequence FROM content_snapshots WHERE postmortem_id = ?')
    .get(postmortemId)
  let expected = Number(snapshot?.sequence ?? 0) + 1
  const tail = database
    .prepare(
      'SELECT sequence FROM content_updates WHERE postmortem_id = ? AND sequence >= ? ORDER BY sequence',
    )
    .all(postmortemId, expected)
  for (const { sequence } of tail) if (Number(sequence) !== expected++) return expected - 1
  return null
}

function meetingProblem(database: DatabaseSync, meetingId: MeetingId): string | null {
  const log = sqliteMeetingLog(database)
  const starts = database
    .prepare('SELECT from_version FROM meeting_entries WHERE meeting_id = ? ORDER BY from_version')
    .all(meetingId)
  if (starts.length === 0) return 'The log of its meeting is empty.'
  let version = 0
  for (const [index, { events }] of log.entries(meetingId).entries()) {
    if (Number(starts[index]?.from_version) !== version)
      return `The log of its meeting has a gap after version ${version}.`
    version += events.length
  }
  return log.load(meetingId)?.version === version ? null : 'The log of its meeting does not replay.'
}

function problemIn(check: () => string | null): string | null {
  try {
    return check()
  } catch (error) {
    return `It cannot be read: ${inWords(error).replace(/\s+/g, ' ')}.`
  }
}

const ofDatabase = (problem: string): Damage => ({
  part: 'database',
  postmortemId: null,
  title: null,
  problem,
})

const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error))
