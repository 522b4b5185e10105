import { connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Limits } from '../../server/limits.ts'
import { contentDocumentName, presenceDocumentName } from '../../shared/wire/documentNames.ts'
import { type Client, syncUrl } from '../harness/connectClient.ts'
import { frames, openRawSocket, type RawSocket, updatesOf } from '../harness/rawSocket.ts'
import { gitlab, type SyncServer, startSyncServer } from '../harness/startSyncServer.ts'

const content = contentDocumentName(gitlab)
const summary = (doc: Y.Doc) => doc.getText('summary').toString()
const append = (text: string) => (doc: Y.Doc) =>
  doc.getText('summary').insert(doc.getText('summary').length, text)
const cookieOf = (who: string) => ({ cookie: `candor_session=${who}` })

async function serverWith(limits: Partial<Limits>): Promise<SyncServer> {
  const server = await startSyncServer({ limits })
  onTestFinished(() => server.close())
  return server
}
async function joined(server: SyncServer, who: string): Promise<Client> {
  const client = server.connect(who)
  await vi.waitFor(() => expect(client.isSynced()).toBe(true))
  return client
}
const open = (server: SyncServer, who = 'sam') => openRawSocket(syncUrl(server.address), cookieOf(who))
async function attached(server: SyncServer, who = 'sam'): Promise<RawSocket> {
  const socket = open(server, who)
  await socket.opened
  socket.send(frames.attach(content))
  await vi.waitFor(() => expect(socket.received.length).toBeGreaterThan(1))
  return socket
}
const stored = async (server: SyncServer) => summary(await server.collaboration.readContent(gitlab))
const refusals = (client: Client) => client.heard.filter(({ type }) => type === 'refused')

test('a record nested deeper than any of ours is refused, however slowly it was built, and the rest goes on', async () => {
  const server = await serverWith({ nestedLevels: 30 })
  const fay = await joined(server, 'fay')
  const doc = new Y.Doc()
  const updates = updatesOf(doc)
  let inner = doc.getMap<unknown>('cards')
  for (let level = 0; level < 40; level++) {
    const next = new Y.Map<unknown>()
    inner.set('in', next)
    inner = next
  }
  const socket = await attached(server)
  for (const update of updates) socket.send(frames.sync(content, 2, update))
  expect(await socket.closed).toBe(4422)
  fay.edit((shared) => shared.getMap('cards').delete('in'))
  fay.edit(append('still here'))
  await fay.barrier()
  expect(await stored(server)).toBe('still here')
  expect(server.reported).toEqual([])
})

test('a full document takes no more, says so, keeps what it has, and takes the rest once somebody made room', async () => {
  const server = await serverWith({ documentBytes: 4_000 })
  const [fay, sam] = [await joined(server, 'fay'), await joined(server, 'sam')]
  fay.edit(append('x'.repeat(3_000)))
  await fay.barrier()
  sam.edit(append('y'.repeat(2_000)))
  await vi.waitFor(() =>
    expect(refusals(sam)).toContainEqual({
      type: 'refused',
      reason: 'documentFull',
      sentence: expect.stringContaining('Nothing written before is lost'),
    }),
  )
  expect(await stored(server)).toBe('x'.repeat(3_000))
  expect(sam.closes).toEqual([])
  // It is not called stored, and a page that comes in now sees the document as it was.
  sam.ask({ type: 'barrier', number: 99 })
  sam.ask({ type: 'askTime', sentAt: 1 })
  await vi.waitFor(() => expect(sam.heard).toContainEqual(expect.objectContaining({ type: 'time' })))
  expect(sam.heard).not.toContainEqual(expect.objectContaining({ type: 'durable', number: 99 }))
  const ada = await joined(server, 'ada')
  expect(summary(ada.doc)).toBe('x'.repeat(3_000))

  fay.edit((doc) => doc.getText('summary').delete(0, 2_900))
  await fay.barrier()
  expect(await stored(server)).toBe('x'.repeat(100))
  server.meeting.wait(10_000)
  fay.edit(append('!'))
  await vi.waitFor(async () => expect(await stored(server)).toContain('y'.repeat(2_000)))
  await sam.barrier()
  expect(await stored(server)).toContain('!')
  expect([fay.closes, sam.closes]).toEqual([[], []])
})

test('who found it full and made room writes on, and what was refused comes along', async () => {
  const server = await serverWith({ documentBytes: 4_000 })
  const sam = await joined(server, 'sam')
  sam.edit(append('x'.repeat(3_000)))
  await sam.barrier()
  sam.edit(append('y'.repeat(1_500)))
  await vi.waitFor(() => expect(refusals(sam)).not.toEqual([]))
  sam.edit((doc) => doc.getText('summary').delete(0, 3_000))
  server.meeting.wait(10_000)
  sam.edit(append('z'))
  await sam.barrier()
  expect(await stored(server)).toBe(`${'y'.repeat(1_500)}z`)
})

test('a full document opens again after a restart', async () => {
  const server = await serverWith({})
  const fay = await joined(server, 'fay')
  fay.edit(append('x'.repeat(3_000)))
  await fay.barrier()
  const directory = server.databasePath.replace(/\/candor\.db$/, '')
  await server.close()
  const again = await startSyncServer({ directory, limits: { documentBytes: 1_000 } })
  onTestFinished(() => again.close())
  const sam = await joined(again, 'sam')
  expect(summary(sam.doc)).toBe('x'.repeat(3_000))
  sam.edit(append('y'))
  await vi.waitFor(() => expect(refusals(sam)).not.toEqual([]))
  sam.edit((doc) => doc.getText('summary').delete(0, 2_990))
  await vi.waitFor(async () => expect(await stored(again)).toBe('x'.repeat(10)))
})

test('somebody who types under ever new client ids is stopped', async () => {
  const server = await serverWith({ writersBurst: 20 })
  const socket = await attached(server)
  for (let count = 0; count < 30; count++) {
    const doc = new Y.Doc()
    append('x')(doc)
    socket.send(frames.sync(content, 2, Y.encodeStateAsUpdate(doc)))
  }
  expect(await socket.closed).toBe(4429)
  expect((await stored(server)).length).toBe(20)
})

test('so is somebody who brings them all in one message', async () => {
  const server = await serverWith({ writersBurst: 20 })
  const socket = await attached(server)
  const docs = Array.from({ length: 30 }, () => {
    const doc = new Y.Doc()
    append('x')(doc)
    return Y.encodeStateAsUpdate(doc)
  })
  socket.send(frames.sync(content, 1, Y.mergeUpdates(docs)))
  expect(await socket.closed).toBe(4429)
  expect(await stored(server)).toBe('')
})

test('the server’s time for merging is rationed', async () => {
  const server = await serverWith({ mergingMsBurst: 0.001 })
  const socket = await attached(server)
  const doc = new Y.Doc()
  append('x'.repeat(10_000))(doc)
  socket.send(frames.sync(content, 2, Y.encodeStateAsUpdate(doc)))
  expect(await socket.closed).toBe(4429)
})

test('a list of all client ids in the world is no state vector', async () => {
  const server = await serverWith({ stateVectorBytes: 100 })
  const socket = await attached(server)
  const vector = Y.encodeStateVector(new Map(Array.from({ length: 60 }, (_, index) => [index + 1, 1])))
  socket.send(frames.sync(content, 0, vector))
  expect(await socket.closed).toBe(4429)
})

test('what one socket used up is used up for the next one of the same person, and not for anybody else', async () => {
  const server = await serverWith({ messagesBurst: 40 })
  const first = await attached(server)
  for (let count = 0; count < 50; count++) first.send(frames.ofType(content, 3))
  expect(await first.closed).toBe(4429)
  const second = open(server)
  await second.opened
  second.send(frames.attach(content))
  expect(await second.closed).toBe(4429)
  const ada = await joined(server, 'ada')
  ada.edit(append('here'))
  await ada.barrier()
  server.meeting.wait(60_000)
  ;(await attached(server)).close()
})

test('opening sockets over and over is answered before they open', async () => {
  const server = await serverWith({ attachmentsBurst: 10 })
  const codes = await Promise.all(Array.from({ length: 14 }, () => codeOf(open(server))))
  expect(codes.filter((code) => code === 429)).toHaveLength(4)
  const strangers = await Promise.all(
    Array.from({ length: 14 }, () => openRawSocket(syncUrl(server.address)).closed),
  )
  expect(strangers.filter((code) => code === 4401)).toHaveLength(10)
  expect(strangers.filter((code) => code === 429)).toHaveLength(4)
})
async function codeOf(socket: RawSocket): Promise<number> {
  void socket.opened.then(socket.close)
  return socket.closed
}

test('one address has so many sockets and no more, whoever they say they are', async () => {
  const server = await serverWith({ socketsPerAddress: 3 })
  const sockets = ['fay', 'sam', 'ada'].map((who) => open(server, who))
  await Promise.all(sockets.map(({ opened }) => opened))
  expect(await open(server, 'noor').closed).toBe(4429)
  const forged = openRawSocket(syncUrl(server.address), {
    ...cookieOf('noor'),
    'x-forwarded-for': '203.0.113.9',
  })
  expect(await forged.closed).toBe(4429)
  for (const socket of sockets) socket.close()
  await vi.waitFor(async () => (await attached(server, 'noor')).close())
})

test('a flood of pings ends the socket', async () => {
  const server = await serverWith({ messagesBurst: 20 })
  const socket = await attached(server)
  for (let count = 0; count < 40; count++) socket.ping()
  expect(await socket.closed).toBe(4429)
})

test('a socket that asks and never reads is cut off, and nobody waits for it', async () => {
  const server = await serverWith({ unreadBytes: 1_000_000, stateRequestsBurst: 1_000 })
  const fay = await joined(server, 'fay')
  fay.edit(append('x'.repeat(400_000)))
  await fay.barrier()
  const socket = await attached(server)
  socket.pause()
  for (let count = 0; count < 100; count++) socket.send(frames.sync(content, 0, Uint8Array.of(0)))
  await vi.waitFor(() =>
    expect(server.logged).toContainEqual(
      expect.objectContaining({ msg: 'A socket did not read what it was sent and was cut off' }),
    ),
  )
  fay.edit(append('!'))
  await fay.barrier()
  socket.close()
})

test('a presence that was denied is not opened by asking again and again', async () => {
  const server = await serverWith({ attachmentsBurst: 10 })
  const socket = openRawSocket(syncUrl(server.address, { stage: 'gitlab' }))
  await socket.opened
  for (let count = 0; count < 12; count++) socket.send(frames.attach(presenceDocumentName(gitlab)))
  expect(await socket.closed).toBe(4429)
})

test('a visitor who hangs up in the middle of being refused harms nobody', async () => {
  const server = await serverWith({})
  const { port } = new URL(server.address)
  for (let count = 0; count < 50; count++) {
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => {})
    socket.write(
      'GET /elsewhere HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    )
    socket.resetAndDestroy()
  }
  const fay = await joined(server, 'fay')
  fay.edit(append('here'))
  await fay.barrier()
})

test('what is said to a document that was not opened, or denied, is heard by nobody', async () => {
  const server = await serverWith({ attachmentsBurst: 30 })
  const doc = new Y.Doc()
  append('unasked')(doc)
  const update = frames.sync(content, 2, Y.encodeStateAsUpdate(doc))
  const socket = open(server)
  await socket.opened
  socket.send(update)
  socket.send(frames.attach(content))
  await vi.waitFor(() => expect(socket.received.length).toBeGreaterThan(1))
  expect(await stored(server)).toBe('')

  const stranger = open(server, 'stranger')
  await stranger.opened
  stranger.send(frames.attach(content))
  await vi.waitFor(() => expect(stranger.received).toHaveLength(1)) // denied
  for (let count = 0; count < 40; count++) stranger.send(update)
  expect(await stranger.closed).toBe(4429)
  expect(await stored(server)).toBe('')
  socket.close()
})
