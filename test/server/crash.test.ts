import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import {
  compactContent,
  readContentRows,
  seedContentLog,
  storeBatch,
} from '../../server/collaboration/contentRows.ts'
import { connectClient } from '../harness/connectClient.ts'
import { openContentTables } from '../harness/openContentTables.ts'
import { updatesOf } from '../harness/rawSocket.ts'
import { gitlab } from '../harness/startSyncServer.ts'

const harness = join(import.meta.dirname, '../harness')
const newDirectory = () => mkdtempSync(join(tmpdir(), 'candor-crash-'))

async function spawnServer(directory: string): Promise<{ address: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [join(harness, 'syncServerProcess.ts'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  return { address: String(line).trim(), process: child }
}

const nothingElse = { writers: [], changes: [], incidents: [], checkpoints: [] }
const wordsIn = (doc: Y.Doc) => doc.getArray<string>('words').toArray()

test('whatever was called durable is there after kill -9 in the middle of typing, round after round', async () => {
  const directory = newDirectory()
  const durable = new Set<string>()
  for (let round = 0; round < 4; round++) {
    const server = await spawnServer(directory)
    const clients = ['fay', 'noor', 'sam'].map((who) => ({
      who,
      client: connectClient({
        address: server.address,
        postmortemId: gitlab,
        headers: { cookie: `candor_session=${who}` },
      }),
    }))
    let confirmed = 0
    const type = async ({ who, client }: (typeof clients)[number]) => {
      for (let count = 0; server.process.exitCode === null && count < 500; count++) {
        const word = `${who} ${round} ${count} ${'x'.repeat(400)}`
        client.edit((doc) => doc.getArray('words').push([word]))
        await client.barrier() // never answered once the server is dead
        durable.add(word)
        confirmed++
      }
    }
    for (const typing of clients) void type(typing)
    await vi.waitFor(() => expect(confirmed).toBeGreaterThan(60), 10_000)
    server.process.kill('SIGKILL')
    await once(server.process, 'exit')
    for (const { client } of clients) client.close()
  }
  const database = openContentTables(join(directory, 'candor.db'))
  const { snapshot, updates } = readContentRows(database, gitlab)
  const doc = new Y.Doc()
  for (const bytes of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, bytes)
  const kept = new Set(wordsIn(doc))
  expect(durable.size).toBeGreaterThan(240)
  expect([...durable].filter((word) => !kept.has(word))).toEqual([])
  database.close()
}, 60_000)

test('a compaction takes the changes its snapshot holds and leaves the later ones', () => {
  const database = openContentTables(':memory:')
  const updates = [1, 2, 3].map((sequence) => ({
    postmortemId: gitlab,
    sequence,
    bytes: Uint8Array.of(0, 0),
  }))
  storeBatch(database, { updates, ...nothingElse })
  compactContent(database, { postmortemId: gitlab, sequence: 2, bytes: Uint8Array.of(0, 0) })
  expect(database.prepare('SELECT sequence FROM content_updates').all()).toEqual([{ sequence: 3 }])
  expect(readContentRows(database, gitlab).sequence).toBe(3)
  database.close()
})

test.each([1, 2])('a compaction killed after statement %i leaves every change readable', async (step) => {
  const path = join(newDirectory(), 'candor.db')
  const doc = new Y.Doc()
  const updates = updatesOf(doc)
  for (const word of ['one', 'two', 'three']) doc.getArray('words').push([word])
  const database = openContentTables(path)
  seedContentLog(database, gitlab, Y.encodeStateAsUpdate(new Y.Doc()))
  storeBatch(database, {
    updates: updates.map((bytes, position) => ({ postmortemId: gitlab, sequence: position + 1, bytes })),
    ...nothingElse,
  })
  const child = spawn(process.execPath, [join(harness, 'crashingCompaction.ts'), path, String(step)])
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
  const { snapshot, updates: rows } = readContentRows(database, gitlab)
  const read = new Y.Doc()
  for (const bytes of snapshot ? [snapshot, ...rows] : rows) Y.applyUpdate(read, bytes)
  expect(wordsIn(read)).toEqual(['one', 'two', 'three'])
  database.close()
})
