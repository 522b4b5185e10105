import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { readContentRows } from '../../server/collaboration/contentRows.ts'
import { applyStored } from '../../server/collaboration/keepContent.ts'
import { databasePathIn } from '../../server/dataDir.ts'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { joinMeeting, signIn, startPostmortem } from '../harness/askServer.ts'
import { type Client, connectClient } from '../harness/connectClient.ts'
import { spawnServer } from '../harness/spawnServer.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'candor-shutdown-'))
const wordsOf = (doc: Y.Doc) => summaryOf(doc).toString().split(' ').filter(Boolean)

/** What is on disk, read as the server would. */
function storedIn(dataDir: string, postmortemId: PostmortemId): Y.Doc {
  const database = new DatabaseSync(databasePathIn(dataDir), { readOnly: true })
  const doc = new Y.Doc()
  applyStored(doc, readContentRows(database, postmortemId), (error) => {
    throw error
  })
  database.close()
  return doc
}

/** A word of their own every few milliseconds, and what of it they were told is saved. */
function startTyping(client: Client, name: string) {
  const typed: string[] = []
  const saved: string[] = []
  const typing = setInterval(() => {
    const word = `${name}-${typed.length}`
    client.edit((doc) => summaryOf(doc).insert(summaryOf(doc).length, `${word} `))
    typed.push(word)
    const upToHere = typed.length
    if (upToHere % 10 === 0)
      void client.barrier().then(() => saved.push(...typed.slice(saved.length, upToHere)))
  }, 4)
  return { typed, saved, stop: () => clearInterval(typing) }
}

test('a stop while five people type ends within five seconds, stores all that was received, and their pages go on after it', async () => {
  const dataDir = newFolder()
  const server = await spawnServer({ dataDir })
  onTestFinished(() => server.kill())
  const { address } = server
  const names = ['fay', 'noor', 'sam', 'ada', 'olu', 'reader']
  const people = await Promise.all(names.map(async (name) => ({ address, ...(await signIn(address, name)) })))
  const [founder] = people
  if (!founder) throw new Error('Nobody is there.')
  const postmortemId = await startPostmortem(founder, 'Checkout slowed')
  for (const person of people) await joinMeeting(person, postmortemId)
  const clients = people.map(({ cookie }) => connectClient({ address, postmortemId, headers: { cookie } }))
  onTestFinished(() => {
    for (const client of clients) client.close()
  })
  await vi.waitFor(() => expect(clients.every((client) => client.isSynced())).toBe(true), 5_000)
  const reader = clients.at(-1)
  const writers = clients.slice(0, 5).map((client, index) => startTyping(client, names[index] ?? ''))
  await vi.waitFor(() => expect(writers.every(({ saved }) => saved.length >= 20)).toBe(true), 10_000)

  const ended = once(server.process, 'exit')
  const askedAt = performance.now()
  server.process.kill('SIGTERM')
  server.process.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(performance.now() - askedAt).toBeLessThan(5_000)

  const stored = new Set(wordsOf(storedIn(dataDir, postmortemId)))
  const received = reader ? wordsOf(reader.doc) : [] // the server relayed it, so it had it
  expect(received.length).toBeGreaterThan(100)
  expect(received.filter((word) => !stored.has(word))).toEqual([])
  expect(writers.flatMap(({ saved }) => saved).filter((word) => !stored.has(word))).toEqual([])

  const again = await spawnServer({ dataDir, port: Number(new URL(address).port) })
  onTestFinished(() => again.kill())
  await vi.waitFor(() => expect(clients.every((client) => client.timesSynced() > 1)).toBe(true), 10_000)
  for (const { stop } of writers) stop()
  await Promise.all(clients.map((client) => client.barrier()))
  await again.stop()
  const typed = writers.flatMap((writer) => writer.typed)
  expect(typed.length).toBeGreaterThan(stored.size) // some of it meanwhile
  expect(wordsOf(storedIn(dataDir, postmortemId)).sort()).toEqual(typed.sort())
}, 40_000)

test('a server that is stopping says so while it still stores, and lives until it is done', async () => {
  const dataDir = newFolder()
  const server = await spawnServer({ dataDir })
  onTestFinished(() => server.kill())
  const { address } = server
  const { cookie } = await signIn(address, 'Fay')
  const postmortemId = await startPostmortem({ address, cookie }, 'Checkout slowed')
  const client = connectClient({ address, postmortemId, headers: { cookie } })
  onTestFinished(() => client.close())
  await vi.waitFor(() => expect(client.isSynced()).toBe(true), 5_000)
  const other = new DatabaseSync(databasePathIn(dataDir))
  other.exec('BEGIN IMMEDIATE') // the disk lets it wait
  client.edit((doc) => summaryOf(doc).insert(0, 'late'))
  await vi.waitFor(() => expect(client.heard).toContainEqual({ type: 'notStored' }), 5_000)

  const ended = once(server.process, 'exit')
  server.process.kill('SIGTERM')
  await vi.waitFor(async () => {
    const answer = await fetch(`${address}/readyz`)
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { ready: false, reasons: ['shuttingDown', 'contentNotStored'] },
    ])
  })
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  other.exec('ROLLBACK')
  other.close()
  expect(await ended).toEqual([0, null])
  expect(wordsOf(storedIn(dataDir, postmortemId))).toEqual(['late'])
}, 20_000)
