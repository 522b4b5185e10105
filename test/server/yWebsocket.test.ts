import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { contentDocumentName, presenceDocumentName } from '../../shared/wire/documentNames.ts'
import type { Client } from '../harness/connectClient.ts'
import {
  connectYWebsocket,
  type YWebsocketClient,
  type YWebsocketOptions,
} from '../harness/connectYWebsocket.ts'
import { openRawSocket, updatesOf } from '../harness/rawSocket.ts'
import { gitlab, type SyncServer, startSyncServer, tuesday } from '../harness/startSyncServer.ts'

let server: SyncServer
beforeEach(async () => {
  server = await startSyncServer()
})
afterEach(() => server.close())

const summary = (doc: Y.Doc) => doc.getText('summary').toString()
const append = (text: string) => (doc: Y.Doc) =>
  doc.getText('summary').insert(doc.getText('summary').length, text)
const cookieOf = (who: string) => ({ cookie: `candor_session=${who}` })

function script(who: string | null, options: Partial<YWebsocketOptions> = {}): YWebsocketClient {
  const client = connectYWebsocket({
    address: server.address,
    headers: who === null ? {} : cookieOf(who),
    ...options,
  })
  onTestFinished(client.close)
  return client
}
async function page(who: string): Promise<Client> {
  const client = server.connect(who, { withPresence: true })
  client.presence.setLocalState({ editing: null })
  await vi.waitFor(() => expect(client.isSynced()).toBe(true))
  return client
}
const synced = (client: YWebsocketClient) => vi.waitFor(() => expect(client.provider.synced).toBe(true))

test('text flows both ways between a page and a stock y-websocket client, and is stored', async () => {
  const fay = await page('fay')
  fay.edit(append('fay, '))
  const sam = script('sam')
  await vi.waitFor(() => expect(summary(sam.doc)).toBe('fay, '))
  append('sam')(sam.doc)
  await vi.waitFor(() => expect(summary(fay.doc)).toBe('fay, sam'))
  await fay.barrier()
  const directory = server.databasePath.replace(/\/candor\.db$/, '')
  await server.close()
  server = await startSyncServer({ directory })
  expect(summary(await server.collaboration.readContent(gitlab))).toBe('fay, sam')
})

test('it stands among the faces under the name of its session, and sees the others', async () => {
  const fay = await page('fay')
  const sam = script('sam')
  sam.awareness.setLocalState({ person: { name: 'The CEO' }, editing: { in: 'prose', id: 'summary' } })
  await vi.waitFor(() =>
    expect(fay.presence.getStates().get(sam.doc.clientID)).toEqual({
      person: { personId: 'sam', name: 'sam', colour: 3 },
      editing: { in: 'prose', id: 'summary' },
    }),
  )
  await vi.waitFor(() =>
    expect(sam.awareness.getStates().get(fay.presence.clientID)).toMatchObject({ person: { name: 'fay' } }),
  )
  sam.close()
  await vi.waitFor(() => expect(fay.presence.getStates().has(sam.doc.clientID)).toBe(false))
})

test('what it wrote offline, and what the room wrote meanwhile, is merged once', async () => {
  const fay = await page('fay')
  const sam = script('sam')
  append('together ')(sam.doc)
  await vi.waitFor(() => expect(summary(fay.doc)).toBe('together '))
  sam.provider.disconnect()
  append('alone ')(sam.doc)
  fay.edit(append('meanwhile '))
  sam.provider.connect()
  await vi.waitFor(() => expect(summary(fay.doc)).toContain('alone'))
  await vi.waitFor(() => expect(summary(sam.doc)).toBe(summary(fay.doc)))
  expect(summary(fay.doc)).toHaveLength('together alone meanwhile '.length)
})

test('two stock clients meet in one room', async () => {
  const [sam, ada] = [script('sam'), script('ada')]
  append('hello')(sam.doc)
  await vi.waitFor(() => expect(summary(ada.doc)).toBe('hello'))
})

test.each([
  ['someone who only watches', 'olu', { editor: '1' }, /You are watching/],
  ['the shared screen', null, { editor: '1', stage: 'gitlab' }, /You are watching/],
  ['a program that does not say which content it knows', 'sam', {}, /only reads/],
])('%s reads, and hears in words that its write was not taken', async (_who, who, params, sentence) => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warned.mockRestore())
  const fay = await page('fay')
  fay.edit(append('read me'))
  const reader = script(who, { params })
  await vi.waitFor(() => expect(summary(reader.doc)).toBe('read me'))
  append(' graffiti')(reader.doc)
  await vi.waitFor(() => expect(warned).toHaveBeenCalledWith(expect.stringMatching(sentence)))
  fay.edit(append(', all of you'))
  await vi.waitFor(() => expect(summary(reader.doc)).toContain('all of you'))
  expect(summary(fay.doc)).toBe('read me, all of you')
  expect(reader.closes).toEqual([])
})

test('the shared screen sees no faces and shows none', async () => {
  const fay = await page('fay')
  const screen = script(null, { params: { stage: 'gitlab' } })
  screen.awareness.setLocalState({ person: { name: 'ghost' } })
  await synced(screen)
  fay.presence.setLocalStateField('editing', { in: 'prose', id: 'summary' })
  await fay.barrier()
  expect(screen.awareness.getStates().has(fay.presence.clientID)).toBe(false)
  expect([...fay.presence.getStates().keys()]).toEqual([fay.presence.clientID])
})

test.each([
  ['a postmortem that does not exist', contentDocumentName('nowhere' as typeof gitlab), 'sam'],
  ['one it has not joined', contentDocumentName(gitlab), 'stranger'],
  ['a presence document', presenceDocumentName(gitlab), 'sam'],
  ['no document of ours', '__proto__', 'sam'],
  ['a path', 'content.gitlab/../x', 'sam'],
])('%s is answered like all the others, and not asked for again', async (_what, room, who) => {
  const client = script(who, { room })
  const closed = vi.fn()
  client.provider.on('closed', closed)
  await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  expect(closed.mock.calls[0]?.[0]).toEqual({
    code: 4404,
    reason: 'This postmortem does not exist, or you do not have access to it.',
  })
  expect(client.closes).toEqual([4404])
})

test('an older editor, an older protocol and a nobody are told so', async () => {
  const older = [script('sam', { params: { editor: '0' } }), script('sam', { params: { protocol: '0' } })]
  const nobody = script(null)
  await vi.waitFor(() => {
    expect(older.map(({ closes }) => closes)).toEqual([[4406], [4406]])
    expect(nobody.closes).toEqual([4401])
  })
})

test('a page of another site cannot come in by this door either', async () => {
  const url = `${server.address.replace('http', 'ws')}/yws/${contentDocumentName(gitlab)}`
  expect(await openRawSocket(url, { ...cookieOf('sam'), origin: 'https://evil.example' }).closed).toBe(403)
  expect(await openRawSocket(url, { ...cookieOf('sam'), host: 'evil.example' }).closed).toBe(421)
})

test('who is made an observer goes on reading on a new line, and writes no more', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warned.mockRestore())
  const fay = await page('fay')
  const sam = script('sam')
  await synced(sam)
  server.meeting.send('fay', { type: 'assignRole', personId: 'sam' as never, role: 'observer' })
  server.collaboration.publishMeeting(tuesday)
  await vi.waitFor(() => expect(sam.closes).toEqual([4509]))
  await synced(sam)
  append('too late')(sam.doc)
  await vi.waitFor(() => expect(warned).toHaveBeenCalled())
  expect(summary(fay.doc)).toBe('')
})

test('it is held to the same: no client id but its own, nothing unreadable, no message of another kind', async () => {
  const fay = await page('fay')
  fay.edit(append('Hello'))
  await fay.barrier()
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(fay.doc))
  forged.clientID = fay.doc.clientID
  const updates = updatesOf(forged)
  append('squatted')(forged)
  const [update = new Uint8Array()] = updates
  const url = `${server.address.replace('http', 'ws')}/yws/${contentDocumentName(gitlab)}?editor=1`
  const bad = [
    Uint8Array.of(0, 2, update.length, ...update),
    Uint8Array.of(0, 2, 4, 9, 9, 9, 9),
    Uint8Array.of(5, 2, 123, 125), // the library's own kind of message
    Uint8Array.of(2, 0, 0), // an authentication
    new Uint8Array(),
    'text',
  ]
  for (const message of bad) {
    const socket = openRawSocket(url, cookieOf('sam'))
    await socket.opened
    socket.send(message)
    expect([message, await socket.closed]).toEqual([message, 4422])
  }
  fay.edit(append(' world'))
  await fay.barrier()
  expect(summary(await server.collaboration.readContent(gitlab))).toBe('Hello world')
})
