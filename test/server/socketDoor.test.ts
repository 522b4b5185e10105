import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from '../../server/limits.ts'
import { contentDocumentName, presenceDocumentName } from '../../shared/wire/documentNames.ts'
import { syncUrl } from '../harness/connectClient.ts'
import { frames, openRawSocket, type RawSocket } from '../harness/rawSocket.ts'
import { gitlab, type SyncServer, startSyncServer } from '../harness/startSyncServer.ts'

let server: SyncServer
beforeEach(async () => {
  server = await startSyncServer()
})
afterEach(() => server.close())

const content = contentDocumentName(gitlab)
const cookieOf = (who: string) => ({ cookie: `candor_session=${who}` })
const open = (who = 'sam', query: Record<string, string> = {}) =>
  openRawSocket(syncUrl(server.address, query), cookieOf(who))
async function attached(who = 'sam'): Promise<RawSocket> {
  const socket = open(who)
  await socket.opened
  socket.send(frames.attach(content))
  await vi.waitFor(() => expect(socket.received.length).toBeGreaterThan(1)) // allowed in, and told the meeting
  return socket
}

test('a page of an older protocol or with an older editor hears that it must reload', async () => {
  expect(await open('sam', { protocol: '0' }).closed).toBe(4406)
  expect(await open('sam', { editor: '0' }).closed).toBe(4406)
})

test('someone without a name is told to say one, and the command line has no socket', async () => {
  expect(await openRawSocket(syncUrl(server.address)).closed).toBe(4401)
  expect(await open('operator').closed).toBe(4401)
})

test('what a page kept for one person does not come in under another’s name', async () => {
  expect(await open('sam', { person: 'noor' }).closed).toBe(4403)
  const own = open('sam', { person: 'sam' })
  await own.opened
  own.send(frames.attach(content))
  await vi.waitFor(() => expect(own.received.length).toBeGreaterThan(1))
})

test('only the sync path upgrades, and only for pages of this site', async () => {
  const elsewhere = syncUrl(server.address).replace('/sync', '/other')
  expect(await openRawSocket(elsewhere, cookieOf('sam')).closed).toBe(404)
  const foreign = { ...cookieOf('sam'), origin: 'https://evil.example' }
  expect(await openRawSocket(syncUrl(server.address), foreign).closed).toBe(403)
  const own = openRawSocket(syncUrl(server.address), { ...cookieOf('sam'), origin: server.address })
  await own.opened
  own.close()
})

test.each([
  '__proto__',
  'constructor',
  '../../etc',
  'content.',
  'content.a.b',
  `${content}\0x`,
  'notes.gitlab',
])('a document called %j is not created', async (name) => {
  const socket = open()
  await socket.opened
  socket.send(frames.attach(name))
  expect(await socket.closed).toBe(4404)
})

test('a postmortem that does not exist is refused by name', async () => {
  const sam = server.connect('sam', { postmortemId: 'nowhere' as typeof gitlab })
  await vi.waitFor(() => expect(sam.denials).toEqual(['noSuchMeeting']))
})

test.each([
  ['text', 'hello'],
  ['no message at all', new Uint8Array()],
  ['random bytes', Uint8Array.of(7, 200, 200, 200, 1, 2, 3)],
  ['a message for servers among themselves', frames.ofType(content, 6)],
  ['a message of no known type', frames.ofType(content, 99)],
  ['an update that is not one', frames.sync(content, 2, Uint8Array.of(9, 9, 9, 9))],
  ['a state vector that is not one', frames.sync(content, 0, Uint8Array.of(255))],
])('%s ends the socket with a clear code, and the others go on', async (_what, bad) => {
  const fay = server.connect('fay')
  await vi.waitFor(() => expect(fay.isSynced()).toBe(true))
  const socket = await attached()
  socket.send(bad)
  expect(await socket.closed).toBe(4422)
  fay.edit((doc) => doc.getText('summary').insert(0, 'still here'))
  await fay.barrier()
  expect(server.reported).toEqual([])
  expect(server.logged.filter(({ code }) => code === 4422)).toHaveLength(1)
})

test('an update larger than any page writes ends the socket and is not applied', async () => {
  const socket = await attached()
  const doc = new Y.Doc()
  doc.getText('summary').insert(0, 'x'.repeat(2_200_000))
  socket.send(frames.sync(content, 2, Y.encodeStateAsUpdate(doc)))
  expect(await socket.closed).toBe(4429)
  expect((await server.collaboration.readContent(gitlab)).getText('summary').length).toBe(0)
})

test('asking for the whole document over and over ends the socket', async () => {
  const socket = await attached()
  for (let count = 0; count <= defaultLimits.stateRequestsBurst; count++)
    socket.send(frames.sync(content, 0, Uint8Array.of(0)))
  expect(await socket.closed).toBe(4429)
})

test('a flood of messages ends the socket', async () => {
  const socket = await attached()
  for (let count = 0; count < defaultLimits.messagesBurst; count++) socket.send(frames.ofType(content, 3))
  expect(await socket.closed).toBe(4429)
})

test('one person has so many sockets and no more, and a closed one makes room', async () => {
  const sockets = Array.from({ length: defaultLimits.socketsPerPerson }, () => open())
  await Promise.all(sockets.map(({ opened }) => opened))
  expect(await open().closed).toBe(4429)
  const other = open('ada')
  await other.opened
  sockets[0]?.close()
  await sockets[0]?.closed
  await vi.waitFor(() => attached())
  for (const socket of [...sockets, other]) socket.close()
})

test('opening documents over and over ends the socket', async () => {
  const socket = await attached()
  for (let count = 0; count < defaultLimits.attachmentsBurst; count++)
    socket.send(frames.attach(presenceDocumentName(gitlab)))
  expect(await socket.closed).toBe(4429)
})

test.each([
  '{',
  '"advance"',
  JSON.stringify({ type: 'command', command: { type: 'endMeeting' } }),
  'x'.repeat(3_000),
])('a request the socket does not know is refused by name: %.40s', async (request) => {
  const fay = server.connect('fay')
  await vi.waitFor(() => expect(fay.isSynced()).toBe(true))
  const socket = await attached('fay')
  socket.send(frames.stateless(content, request))
  await vi.waitFor(() => {
    const text = socket.received.map((bytes) => new TextDecoder().decode(bytes)).join('\n')
    expect(text).toContain('"reason":"malformedRequest"')
  })
  expect(fay.snapshots.at(-1)?.meeting.status).toBe('scheduled')
  socket.close()
})
