import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { readContentRows } from '../../server/collaboration/contentRows.ts'
import { contentDocumentName } from '../../shared/wire/documentNames.ts'
import { type Client, syncUrl } from '../harness/connectClient.ts'
import { frames, openRawSocket, updatesOf } from '../harness/rawSocket.ts'
import { seededRandom } from '../harness/seededRandom.ts'
import { gitlab, type SyncServer, startSyncServer, tuesday } from '../harness/startSyncServer.ts'

let server: SyncServer
beforeEach(async () => {
  server = await startSyncServer()
})
afterEach(() => server.close())

const content = contentDocumentName(gitlab)
const summary = (doc: Y.Doc) => doc.getText('summary').toString()
const append = (text: string) => (doc: Y.Doc) =>
  doc.getText('summary').insert(doc.getText('summary').length, text)
const stored = async () => summary(await server.collaboration.readContent(gitlab))
async function joined(who: string): Promise<Client> {
  const client = server.connect(who)
  await vi.waitFor(() => expect(client.isSynced()).toBe(true))
  return client
}
async function rawAttached(who: string) {
  const socket = openRawSocket(syncUrl(server.address), { cookie: `candor_session=${who}` })
  await socket.opened
  socket.send(frames.attach(content))
  await vi.waitFor(() => expect(socket.received.length).toBeGreaterThan(1))
  return socket
}

type RawSocket = Awaited<ReturnType<typeof rawAttached>>
const heardBy = (socket: RawSocket) =>
  socket.received.map((bytes) => new TextDecoder().decode(bytes)).join('\n')
/** Everything the server said to what was sent so far: it answers one message after the other. */
async function heardUntilTime(socket: RawSocket): Promise<string> {
  socket.send(frames.stateless(content, JSON.stringify({ type: 'askTime', sentAt: 5 })))
  await vi.waitFor(() => expect(heardBy(socket)).toContain('"type":"time"'))
  return heardBy(socket)
}

test.each(['olu', 'screen'])(
  'a write by %s, who only reads, is refused by name and changes nothing',
  async (who) => {
    const [fay, reader] = await Promise.all([joined('fay'), joined(who)])
    reader.edit(append('graffiti'))
    await vi.waitFor(() =>
      expect(reader.heard).toContainEqual(expect.objectContaining({ reason: 'readsOnly' })),
    )
    fay.edit(append('after'))
    await fay.barrier()
    expect(summary(fay.doc)).toBe('after')
    expect(await stored()).toBe('after')
    // Nor does it hear that its own write was stored.
    reader.ask({ type: 'barrier', number: 99 })
    reader.ask({ type: 'askTime', sentAt: 1 })
    await vi.waitFor(() => expect(reader.heard).toContainEqual(expect.objectContaining({ type: 'time' })))
    expect(reader.heard.filter(({ type }) => type === 'durable')).toEqual([])
  },
)

test('a reader who has nothing to add is not accused of writing, deletions in the document or not', async () => {
  const fay = await joined('fay')
  fay.edit(append('one two'))
  fay.edit((doc) => doc.getText('summary').delete(0, 3))
  await fay.barrier()
  const olu = await joined('olu')
  await olu.barrier()
  expect(olu.heard.filter(({ type }) => type === 'refused')).toEqual([])
})

test('a participant made an observer can no longer write, and one made a notetaker can, without a new page', async () => {
  const [fay, sam] = await Promise.all([joined('fay'), joined('sam')])
  const assign = (role: 'observer' | 'notetaker') => {
    server.meeting.send('fay', { type: 'assignRole', personId: 'sam' as never, role })
    server.collaboration.publishMeeting(tuesday)
  }
  assign('observer')
  await vi.waitFor(() => expect(sam.timesSynced()).toBe(2))
  sam.edit(append('too late '))
  await vi.waitFor(() => expect(sam.heard).toContainEqual(expect.objectContaining({ reason: 'readsOnly' })))
  fay.edit(append('fay '))
  await fay.barrier()
  expect(await stored()).toBe('fay ')
  assign('notetaker')
  await vi.waitFor(() => expect(summary(fay.doc)).toContain('too late'))
  expect(fay.closes).toEqual([])
})

test('after the end a participant hears that the meeting has ended, and the facilitator still writes', async () => {
  server.meeting.send('fay', { type: 'startMeeting' })
  const [fay, sam] = await Promise.all([joined('fay'), joined('sam')])
  server.meeting.send('fay', { type: 'endMeeting' })
  server.collaboration.publishMeeting(tuesday)
  await vi.waitFor(() => expect(sam.timesSynced()).toBe(2))
  sam.edit(append('sam'))
  await vi.waitFor(() =>
    expect(sam.heard).toContainEqual(expect.objectContaining({ reason: 'meetingEnded' })),
  )
  fay.edit(append('fay'))
  await fay.barrier()
  expect(await stored()).toBe('fay')
})

test('changes under the client id of somebody else are refused, and nothing of the victim is lost', async () => {
  const [fay, sam] = await Promise.all([joined('fay'), joined('sam')])
  fay.edit(append('Hello'))
  await vi.waitFor(() => expect(summary(sam.doc)).toBe('Hello'))
  for (const step of [1, 2] as const) {
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(sam.doc))
    forged.clientID = fay.doc.clientID
    const updates = updatesOf(forged)
    append('squatted')(forged)
    const socket = await rawAttached('sam')
    socket.send(frames.sync(content, step, updates[0] ?? new Uint8Array()))
    expect(await socket.closed).toBe(4422)
  }
  fay.edit(append(' world'))
  await vi.waitFor(() => expect(summary(sam.doc)).toBe('Hello world'))
})

test('the claim on a client id outlives the server', async () => {
  const fay = await joined('fay')
  fay.edit(append('Hello'))
  await fay.barrier()
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(fay.doc))
  forged.clientID = fay.doc.clientID
  const directory = server.databasePath.replace(/\/candor\.db$/, '')
  await server.close()
  server = await startSyncServer({ directory })
  const updates = updatesOf(forged)
  append('squatted')(forged)
  const socket = await rawAttached('sam')
  socket.send(frames.sync(content, 2, updates[0] ?? new Uint8Array()))
  expect(await socket.closed).toBe(4422)
  expect(await stored()).toBe('Hello')
})

test('what the server lost in a crash comes back with whoever had seen it, though its writer is gone', async () => {
  const fay = new Y.Doc()
  append('seen by sam ')(fay)
  const seen = new Y.Doc()
  Y.applyUpdate(seen, Y.encodeStateAsUpdate(fay))
  append('and answered')(seen)
  const sam = server.connect('sam', { doc: seen })
  await vi.waitFor(() => expect(sam.isSynced()).toBe(true))
  await sam.barrier()
  expect(await stored()).toBe('seen by sam and answered')
  // And the writer, once back, goes on under the same client id.
  const again = server.connect('fay', { doc: fay })
  await vi.waitFor(() => expect(again.isSynced()).toBe(true))
  again.edit(append(', says fay'))
  await again.barrier()
  expect(await stored()).toContain('says fay')
  expect(again.closes).toEqual([])
})

test('so does what was lost of someone whose client id is known from before the crash', async () => {
  const fay = await joined('fay')
  fay.edit(append('stored, '))
  await fay.barrier()
  const directory = server.databasePath.replace(/\/candor\.db$/, '')
  await server.close()
  append('lost')(fay.doc)
  const seen = new Y.Doc()
  Y.applyUpdate(seen, Y.encodeStateAsUpdate(fay.doc))
  server = await startSyncServer({ directory })
  const sam = server.connect('sam', { doc: seen })
  await vi.waitFor(() => expect(sam.isSynced()).toBe(true))
  await sam.barrier()
  expect(await stored()).toBe('stored, lost')
  expect(sam.closes).toEqual([])
})

test('and even when its writer, back first, has sent only a part of it so far', async () => {
  const fay = new Y.Doc()
  const updates = updatesOf(fay)
  append('lost in the crash, ')(fay)
  append('written after it')(fay)
  const seen = new Y.Doc()
  Y.applyUpdate(seen, updates[0] ?? new Uint8Array())
  const back = await rawAttached('fay')
  back.send(frames.sync(content, 2, updates[1] ?? new Uint8Array()))
  back.send(frames.stateless(content, JSON.stringify({ type: 'askTime', sentAt: 5 })))
  await vi.waitFor(() =>
    expect(back.received.some((bytes) => new TextDecoder().decode(bytes).includes('"time"'))).toBe(true),
  )
  const sam = server.connect('sam', { doc: seen })
  await vi.waitFor(() => expect(sam.isSynced()).toBe(true))
  await sam.barrier()
  expect(await stored()).toBe('lost in the crash, ')
  expect(sam.closes).toEqual([])
})

test('a change whose predecessor is missing is not kept, is asked for again, and is not called durable before', async () => {
  const doc = new Y.Doc()
  const updates = updatesOf(doc)
  append('one ')(doc)
  append('two')(doc)
  const socket = await rawAttached('sam')
  socket.send(frames.sync(content, 2, updates[1] ?? new Uint8Array()))
  socket.send(frames.stateless(content, JSON.stringify({ type: 'barrier', number: 1 })))
  socket.send(frames.stateless(content, JSON.stringify({ type: 'askTime', sentAt: 5 })))
  const heard = () => socket.received.map((bytes) => new TextDecoder().decode(bytes)).join('\n')
  await vi.waitFor(() => expect(heard()).toContain('"type":"time"'))
  expect(heard()).not.toContain('durable')
  expect(await stored()).toBe('')
  expect((await server.collaboration.readContent(gitlab)).store.pendingStructs).toBe(null)
  socket.send(frames.sync(content, 1, Y.encodeStateAsUpdate(doc)))
  await vi.waitFor(() => expect(heard()).toContain('"type":"durable","number":1'))
  expect(await stored()).toBe('one two')
  socket.close()
})

test('no change that is complete by itself makes up for one that is missing', async () => {
  const [early, other] = [new Y.Doc(), new Y.Doc()]
  const updates = updatesOf(early)
  append('one ')(early)
  append('two')(early)
  const socket = await rawAttached('sam')
  socket.send(frames.sync(content, 2, updates[1] ?? new Uint8Array()))
  append('three')(other)
  socket.send(frames.sync(content, 2, Y.encodeStateAsUpdate(other)))
  socket.send(frames.stateless(content, JSON.stringify({ type: 'barrier', number: 1 })))
  expect(await heardUntilTime(socket)).not.toContain('durable')
  expect(await stored()).toBe('three')
  socket.close()
})

test('a page that has just come back is not told durable before it has handed over all it kept', async () => {
  const doc = new Y.Doc()
  append('kept on the device')(doc)
  const socket = await rawAttached('sam')
  socket.send(frames.sync(content, 0, Y.encodeStateVector(new Y.Doc())))
  socket.send(frames.stateless(content, JSON.stringify({ type: 'barrier', number: 1 })))
  expect(await heardUntilTime(socket)).not.toContain('durable')
  socket.send(frames.sync(content, 1, Y.encodeStateAsUpdate(doc)))
  await vi.waitFor(() => expect(heardBy(socket)).toContain('"type":"durable","number":1'))
  expect(await stored()).toBe('kept on the device')
  socket.close()
})

test('a page that comes back with much typed offline, the first of it lost on the way, is not hung up on', async () => {
  const doc = new Y.Doc()
  const updates = updatesOf(doc)
  for (let count = 0; count < 800; count++) append('x')(doc)
  const socket = await rawAttached('sam')
  for (const update of updates.slice(1)) socket.send(frames.sync(content, 2, update))
  expect(await heardUntilTime(socket)).not.toContain('durable')
  socket.send(frames.sync(content, 1, Y.encodeStateAsUpdate(doc)))
  socket.send(frames.stateless(content, JSON.stringify({ type: 'barrier', number: 1 })))
  await vi.waitFor(() => expect(heardBy(socket)).toContain('"type":"durable","number":1'))
  expect(await stored()).toBe('x'.repeat(800))
  socket.close()
})

test('a flood of answers without predecessors ends the socket', async () => {
  const doc = new Y.Doc()
  const updates = updatesOf(doc)
  for (let count = 0; count < 80; count++) append('x')(doc)
  const socket = await rawAttached('sam')
  for (const update of updates.slice(1).reverse()) socket.send(frames.sync(content, 1, update))
  expect(await socket.closed).toBe(4422)
})

test('a change that can be read but not applied ends the socket and is not called durable', async () => {
  const doc = new Y.Doc()
  doc.clientID = 5
  const updates = updatesOf(doc)
  append('two')(doc)
  // One letter of client 5, said to stand to the right of itself.
  const unappliable = Uint8Array.of(1, 1, 5, 3, 196, 5, 3, 5, 1, 1, 120, 0)
  const socket = await rawAttached('sam')
  socket.send(frames.sync(content, 2, updates[0] ?? new Uint8Array()))
  socket.send(frames.sync(content, 2, unappliable))
  socket.send(frames.stateless(content, JSON.stringify({ type: 'barrier', number: 1 })))
  expect(await socket.closed).toBe(4422)
  const heard = socket.received.map((bytes) => new TextDecoder().decode(bytes)).join('\n')
  expect(heard).not.toContain('durable')
  expect(await stored()).toBe('two')
})

test('no damaged update stops the room, and what is stored is what everyone sees', async () => {
  const [fay, noor] = await Promise.all([joined('fay'), joined('noor')])
  const doc = new Y.Doc()
  const updates = updatesOf(doc)
  doc
    .getMap('cards')
    .set('a', new Y.Map(Object.entries({ text: new Y.Text('one'), place: { kind: 'fact' } })))
  append('two')(doc)
  doc.getText('summary').delete(0, 1)
  const random = seededRandom(7)
  for (let round = 0; round < 60; round++) {
    const update = (updates[round % updates.length] ?? new Uint8Array()).slice()
    for (let flips = 0; flips < 2; flips++)
      update[random.between(0, update.length - 1)] = random.between(0, 255)
    const socket = await rawAttached('sam')
    socket.send(frames.sync(content, 2, update))
    socket.send(frames.stateless(content, JSON.stringify({ type: 'askTime', sentAt: round })))
    const heard = () => socket.received.map((bytes) => new TextDecoder().decode(bytes)).join('\n')
    await Promise.race([socket.closed, vi.waitFor(() => expect(heard()).toContain('"type":"time"'))])
    socket.close()
  }
  fay.edit(append('still here'))
  await fay.barrier()
  await vi.waitFor(() => expect(Y.encodeStateAsUpdate(noor.doc)).toEqual(Y.encodeStateAsUpdate(fay.doc)))
  const { snapshot, updates: rows } = readContentRows(server.database, gitlab)
  const read = new Y.Doc()
  for (const bytes of snapshot ? [snapshot, ...rows] : rows) Y.applyUpdate(read, bytes)
  expect(Y.encodeStateVector(read)).toEqual(Y.encodeStateVector(fay.doc))
  expect(read.getText('summary').toString()).toBe(summary(fay.doc))
  expect(server.reported).toEqual([])
})
