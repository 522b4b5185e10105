import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { seedContentLog } from '../../server/collaboration/contentRows.ts'
import { COMPACT_ABOVE_BYTES } from '../../server/collaboration/pace.ts'
import { startContentLogThread } from '../../server/collaboration/startContentLogThread.ts'
import { heldLogThread } from '../harness/heldLogThread.ts'
import { openContentTables } from '../harness/openContentTables.ts'
import { gitlab, type SyncServer, startSyncServer } from '../harness/startSyncServer.ts'

let server: SyncServer
afterEach(() => server.close())

const summary = (doc: Y.Doc) => doc.getText('summary').toString()
const append = (text: string) => (doc: Y.Doc) =>
  doc.getText('summary').insert(doc.getText('summary').length, text)
const directoryOf = ({ databasePath }: SyncServer) => databasePath.replace(/\/candor\.db$/, '')
const newDirectory = () => mkdtempSync(join(tmpdir(), 'candor-log-'))
const count = (table: 'content_updates' | 'content_snapshots') =>
  server.database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows
async function startHeld() {
  const directory = newDirectory()
  const thread = heldLogThread(() => join(directory, 'candor.db'))
  server = await startSyncServer({ directory, startThread: thread.start })
  return thread
}

test('a change is called durable when it is on disk and not before', async () => {
  const thread = await startHeld()
  const fay = server.connect('fay')
  await vi.waitFor(() => expect(fay.isSynced()).toBe(true))
  thread.hold()
  fay.edit(append('held'))
  let isDurable = false
  const durable = fay.barrier().then(() => {
    isDurable = true
  })
  fay.ask({ type: 'askTime', sentAt: 1 })
  await vi.waitFor(() => expect(fay.heard).toContainEqual(expect.objectContaining({ type: 'time' })))
  await vi.waitFor(() => expect(thread.held()).toBe(1))
  expect(isDurable).toBe(false)
  expect(count('content_updates')).toBe(0)
  thread.release()
  await durable
  expect(count('content_updates')).toBe(1)
})

test('others see a change before it is on disk', async () => {
  const thread = await startHeld()
  const [fay, sam] = [server.connect('fay'), server.connect('sam')]
  await vi.waitFor(() => expect(fay.isSynced() && sam.isSynced()).toBe(true))
  thread.hold()
  fay.edit(append('soon'))
  await vi.waitFor(() => expect(summary(sam.doc)).toBe('soon'))
  expect(count('content_updates')).toBe(0)
  thread.release()
})

test('a document is not forgotten while changes are on their way to the disk', async () => {
  const thread = await startHeld()
  const fay = server.connect('fay')
  await vi.waitFor(() => expect(fay.isSynced()).toBe(true))
  thread.hold()
  fay.edit(append('not yet stored'))
  await vi.waitFor(() => expect(thread.held()).toBe(1))
  fay.close()
  const sam = server.connect('sam')
  await vi.waitFor(() => expect(summary(sam.doc)).toBe('not yet stored'))
  thread.release()
})

test('while the disk refuses, people hear it once, and the barrier is answered when it accepts again', async () => {
  server = await startSyncServer()
  const fay = server.connect('fay')
  await vi.waitFor(() => expect(fay.isSynced()).toBe(true))
  const other = new DatabaseSync(server.databasePath)
  other.exec('BEGIN IMMEDIATE')
  fay.edit(append('kept'))
  const durable = fay.barrier()
  const notStored = () => fay.heard.filter(({ type }) => type === 'notStored')
  await vi.waitFor(() => expect(notStored()).toHaveLength(1), 5_000)
  fay.ask({ type: 'barrier', number: 0 })
  expect(count('content_updates')).toBe(0)
  other.exec('ROLLBACK')
  other.close()
  await durable
  expect(notStored()).toHaveLength(1)
  expect(count('content_updates')).toBe(1)
  expect(server.reported).toHaveLength(1)
})

test('when the thread that stores dies, that is reported, another takes over and nothing is lost', async () => {
  const directory = newDirectory()
  let posts = 0
  server = await startSyncServer({
    directory,
    startThread: (heard) => {
      const thread = startContentLogThread(join(directory, 'candor.db'))(heard)
      return {
        ...thread,
        post: (request) => {
          posts++
          // The thread cannot read this, and dies of it.
          thread.post(posts === 1 ? (null as never) : request)
        },
      }
    },
  })
  const fay = server.connect('fay')
  fay.edit(append('survives'))
  await fay.barrier()
  expect(count('content_updates')).toBe(1)
  expect(server.reported).toHaveLength(1)
})

test('a log that has grown is replaced by a snapshot while people go on writing', async () => {
  server = await startSyncServer()
  const fay = server.connect('fay')
  const chunk = 'x'.repeat(COMPACT_ABOVE_BYTES / 4)
  for (let written = 0; written < 6; written++) fay.edit(append(chunk))
  await fay.barrier()
  await vi.waitFor(() => expect(count('content_snapshots')).toBe(1))
  await vi.waitFor(() => expect(Number(count('content_updates'))).toBeLessThan(6))
  fay.edit(append('end'))
  await fay.barrier()
  await server.close()
  server = await startSyncServer({ directory: directoryOf(server) })
  expect(summary(await server.collaboration.readContent(gitlab))).toBe(`${chunk.repeat(6)}end`)
})

test('when the last one leaves, the log becomes a snapshot', async () => {
  server = await startSyncServer()
  const fay = server.connect('fay')
  fay.edit(append('a'))
  await fay.barrier()
  fay.close()
  await vi.waitFor(() => expect(count('content_updates')).toBe(0))
  expect(count('content_snapshots')).toBe(1)
  expect(summary(await server.collaboration.readContent(gitlab))).toBe('a')
})

test('a seeded document opens with its first state, and goes on from there', async () => {
  const directory = newDirectory()
  const database = openContentTables(join(directory, 'candor.db'))
  const seed = new Y.Doc()
  append('seeded ')(seed)
  seedContentLog(database, gitlab, Y.encodeStateAsUpdate(seed))
  database.close()
  server = await startSyncServer({ directory })
  const fay = server.connect('fay')
  await vi.waitFor(() => expect(summary(fay.doc)).toBe('seeded '))
  fay.edit(append('and on'))
  await fay.barrier()
  expect(summary(await server.collaboration.readContent(gitlab))).toBe('seeded and on')
})

test('a record that cannot be read is reported and left out, people are told, and its rows stay where they are', async () => {
  server = await startSyncServer()
  const fay = server.connect('fay')
  fay.edit(append('good'))
  await fay.barrier()
  const directory = directoryOf(server)
  await server.close()
  const database = openContentTables(join(directory, 'candor.db'))
  database
    .prepare('INSERT INTO content_updates (postmortem_id, sequence, bytes) VALUES (?, 500, ?)')
    .run(gitlab, Uint8Array.of(1, 250, 9, 9))
  database.close()
  server = await startSyncServer({ directory })
  const sam = server.connect('sam')
  await vi.waitFor(() => expect(summary(sam.doc)).toBe('good'))
  expect(server.reported).toHaveLength(1)
  await vi.waitFor(() => expect(sam.heard).toContainEqual({ type: 'damaged' }))
  sam.edit(append(' more'))
  await sam.barrier()
  sam.close()
  const again = server.connect('ada')
  await vi.waitFor(() => expect(summary(again.doc)).toBe('good more'))
  expect(count('content_updates')).toBe(2)
})

test('a document written by a newer program is refused in a sentence and left as it is', async () => {
  const directory = newDirectory()
  const database = openContentTables(join(directory, 'candor.db'))
  const newer = new Y.Doc()
  newer.getMap('meta').set('schema', 99)
  seedContentLog(database, gitlab, Y.encodeStateAsUpdate(newer))
  database.close()
  server = await startSyncServer({ directory })
  const fay = server.connect('fay')
  await vi.waitFor(() => expect(fay.denials.join()).toContain('newer Candor'))
  expect(count('content_updates')).toBe(0)
})
