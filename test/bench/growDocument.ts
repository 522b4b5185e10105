import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { Hocuspocus } from '@hocuspocus/server'
import * as Y from 'yjs'
import { type ContentLog, createContentLog } from '../../server/collaboration/contentLog.ts'
import { seedContentLog } from '../../server/collaboration/contentRows.ts'
import { createContentWriters } from '../../server/collaboration/contentWriters.ts'
import { keepContent } from '../../server/collaboration/keepContent.ts'
import { createNoteChanges } from '../../server/collaboration/noteChanges.ts'
import type { DocumentContext } from '../../server/collaboration/socketContext.ts'
import { startContentLogThread } from '../../server/collaboration/startContentLogThread.ts'
import { addDueCheckpoint } from '../../server/history/checkpointRows.ts'
import { createMetrics } from '../../server/operating/metrics.ts'
import { copyContent } from '../../shared/content/contentCopy.ts'
import { emptyDraft, seedContent } from '../../shared/content/postmortemDraft.ts'
import { restoreContent } from '../../shared/content/restoreContent.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { contentDocumentName } from '../../shared/wire/documentNames.ts'
import { openContentTables } from '../harness/openContentTables.ts'
import { hundredHours } from './hundredHours.ts'

/** In bytes, after a session. */
export type Grown = {
  /** What a document takes that was given today's content and nothing else. */
  contentAlone: number
  /** What a page is sent that opens it. */
  document: number
  /** Snapshot and log, after everyone has left. */
  onDiskAtRest: number
  /** … and the most they took during the session. */
  onDiskAtMost: number
  checkpoints: number
  checkpointBytes: number
}

/** Eight looks in a session, as in a meeting with seven items; each also makes a checkpoint. */
const STEPS_BETWEEN_LOOKS = 15
const LOOK_EVERY_MS = 10
const LOOKS_STILL = 4
const postmortemId = 'grown' as PostmortemId // its letters fit an id

/** Edits one document on the server's own way to the disk, gc and compaction included; it is unloaded after each session. */
export async function* growDocument(sessions: number): AsyncGenerator<Grown> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-growth-'))
  const path = join(folder, 'candor.db')
  const database = openContentTables(path)
  const seeded = seedContent(emptyDraft('Checkout slowed', 'SEV-2'), 0, () => 'seed')
  seedContentLog(database, postmortemId, Y.encodeStateAsUpdate(seeded))
  const contentLog = createContentLog({
    startThread: startContentLogThread(path),
    metrics: createMetrics(),
    report,
    onTrouble: () => {},
  })
  const hocuspocus = keeping(database, contentLog)
  const editSession = hundredHours()
  try {
    for (let session = 0; session < sessions; session++) {
      const connection = await hocuspocus.openDirectConnection(contentDocumentName(postmortemId))
      const { document } = connection
      if (!document) throw new Error('The document did not open.')
      let onDiskAtMost = 0
      let steps = 0
      for (const _ of editSession(document)) {
        if (++steps % STEPS_BETWEEN_LOOKS !== 0) continue
        await stored(contentLog)
        onDiskAtMost = Math.max(onDiskAtMost, contentBytes(database))
        keepCheckpoint(database, contentLog, document)
      }
      const sizes = { contentAlone: contentAlone(document), document: Y.encodeStateAsUpdate(document).length }
      await connection.disconnect()
      while (hocuspocus.getDocumentsCount() > 0) await new Promise((resolve) => setImmediate(resolve))
      await compacted(database)
      yield { ...sizes, onDiskAtRest: contentBytes(database), onDiskAtMost, ...checkpointBytes(database) }
    }
  } finally {
    await contentLog.close()
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const report = (error: unknown) => {
  throw error
}

function keeping(database: DatabaseSync, contentLog: ContentLog): Hocuspocus<DocumentContext> {
  const writers = createContentWriters(contentLog.claim)
  const changes = createNoteChanges(contentLog.noteChange)
  return new Hocuspocus<DocumentContext>({
    extensions: [keepContent({ database, contentLog, writers, changes, report })],
  })
}

function contentAlone(document: Y.Doc): number {
  const fresh = new Y.Doc()
  restoreContent(fresh, copyContent(document), { by: 'import', source: 'growth' })
  return Y.encodeStateAsUpdate(fresh).length
}

const stored = (contentLog: ContentLog) =>
  new Promise<void>((resolve) => contentLog.whenStored(postmortemId, resolve))

/** The thread compacts a document that everybody has left, and tells nobody: once its size stands still it has. */
async function compacted(database: DatabaseSync): Promise<void> {
  for (
    let bytes = -1, still = 0;
    still < LOOKS_STILL;
    still = bytes === contentBytes(database) ? still + 1 : 0
  ) {
    bytes = contentBytes(database)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

function keepCheckpoint(database: DatabaseSync, contentLog: ContentLog, doc: Y.Doc): void {
  const due = addDueCheckpoint(database, postmortemId, {
    occasion: { type: 'meetingStarted' },
    by: null,
    at: 0,
  })
  contentLog.keepCheckpoint({ ...due, readAt: 0, json: JSON.stringify(copyContent(doc)) })
}

const contentBytes = (database: DatabaseSync): number =>
  Number(
    database
      .prepare(
        `SELECT (SELECT coalesce(sum(length(bytes)), 0) FROM content_updates)
              + (SELECT sum(length(bytes)) FROM content_snapshots) AS bytes`,
      )
      .get()?.bytes,
  )

function checkpointBytes(database: DatabaseSync) {
  const row = database
    .prepare('SELECT count(*) AS count, coalesce(sum(length(bytes)), 0) AS bytes FROM checkpoint_contents')
    .get()
  return { checkpoints: Number(row?.count), checkpointBytes: Number(row?.bytes) }
}
