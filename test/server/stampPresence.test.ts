import { Document } from '@hocuspocus/server'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { presenceDocumentName } from '../../shared/wire/documentNames.ts'
import { type Client, syncUrl } from '../harness/connectClient.ts'
import { frames, openRawSocket } from '../harness/rawSocket.ts'
import { gitlab, type SyncServer, startSyncServer } from '../harness/startSyncServer.ts'

let server: SyncServer
beforeEach(async () => {
  server = await startSyncServer()
})
afterEach(() => server.close())

const presenceName = presenceDocumentName(gitlab)
const seenBy = (client: Client, who: Client) => client.presence.getStates().get(who.presence.clientID)
async function present(who: string): Promise<Client> {
  const client = server.connect(who, { withPresence: true })
  client.presence.setLocalState({ editing: null })
  await vi.waitFor(() => expect(client.isSynced()).toBe(true))
  return client
}

test('everyone is seen under the name of their session, whatever their browser says', async () => {
  const [fay, sam] = [await present('fay'), await present('sam')]
  sam.presence.setLocalState({
    person: { personId: 'fay', name: 'The CEO', colour: 1 },
    user: { name: 'The CEO' },
  })
  await vi.waitFor(() =>
    expect(seenBy(fay, sam)).toMatchObject({
      person: { personId: 'sam', name: 'sam', colour: 3 },
      user: { name: 'sam', personId: 'sam' },
    }),
  )
})

test('a browser cannot change how somebody else is seen, nor hide them', async () => {
  const [fay, sam] = [await present('fay'), await present('sam')]
  await vi.waitFor(() => expect(seenBy(fay, sam)).toBeDefined())
  const socket = openRawSocket(syncUrl(server.address), { cookie: 'candor_session=ada' })
  await socket.opened
  socket.send(frames.attach(presenceName))
  await vi.waitFor(() => expect(socket.received.length).toBeGreaterThan(1))
  const clientId = sam.presence.clientID
  socket.send(frames.awareness(presenceName, [{ clientId, clock: 900, state: { editing: 'forged' } }]))
  socket.send(frames.awareness(presenceName, [{ clientId, clock: 901, state: null }]))
  socket.send(frames.awareness(presenceName, [{ clientId: 77, clock: 1, state: { editing: null } }]))
  await vi.waitFor(() =>
    expect(fay.presence.getStates().get(77)).toMatchObject({ person: { personId: 'ada' } }),
  )
  expect(seenBy(fay, sam)).toMatchObject({ editing: null, person: { personId: 'sam' } })
  socket.close()
})

test('who leaves is gone at once, also after having been away before', async () => {
  const [fay, sam] = [await present('fay'), await present('sam')]
  await vi.waitFor(() => expect(seenBy(fay, sam)).toBeDefined())
  sam.presence.setLocalState(null)
  await vi.waitFor(() => expect(seenBy(fay, sam)).toBeUndefined())
  sam.presence.setLocalState({ editing: null })
  await vi.waitFor(() => expect(seenBy(fay, sam)).toBeDefined())
  sam.goOffline()
  await vi.waitFor(() => expect(seenBy(fay, sam)).toBeUndefined())
  sam.goOnline()
  await vi.waitFor(() => expect(seenBy(fay, sam)).toBeDefined())
  sam.goOffline()
  await vi.waitFor(() => expect(seenBy(fay, sam)).toBeUndefined())
})

test('the shared screen opens no presence', async () => {
  const screen = server.connect('screen', { withPresence: true })
  await vi.waitFor(() => expect(screen.denials).toEqual(['readsOnly']))
  await vi.waitFor(() => expect(screen.isSynced()).toBe(true))
})

test('a stage key opens its own postmortem and no other', async () => {
  const stranger = server.connect('nobody', { headers: {}, stageKey: 'github' })
  await vi.waitFor(() => expect(stranger.denials).toEqual(['noSuchMeeting']))
})

test('someone who has not joined is asked to join', async () => {
  const stranger = server.connect('stranger')
  await vi.waitFor(() => expect(stranger.denials).toEqual(['notAMember']))
})

test.each([
  ['more than a presence needs', { clientId: 5, clock: 1, state: { editing: 'x'.repeat(5_000) } }, 4429],
  ['a state that is none', { clientId: 5, clock: 1, state: 'here' }, 4422],
])('%s ends the socket', async (_what, state, code) => {
  const fay = await present('fay')
  const socket = openRawSocket(syncUrl(server.address), { cookie: 'candor_session=ada' })
  await socket.opened
  socket.send(frames.attach(presenceName))
  await vi.waitFor(() => expect(socket.received.length).toBeGreaterThan(1))
  socket.send(frames.awareness(presenceName, [state]))
  expect(await socket.closed).toBe(code)
  expect(fay.presence.getStates().has(5)).toBe(false)
})

test('a browser stays one browser to the server, however often it says what it is at', async () => {
  const spy = vi.spyOn(Document.prototype, 'getClients')
  onTestFinished(() => spy.mockRestore())
  const [fay, sam] = [await present('fay'), await present('sam')]
  for (let moves = 1; moves <= 20; moves++) {
    sam.presence.setLocalState({ editing: { in: 'prose', id: `place-${moves}` } })
    await vi.waitFor(() => expect(seenBy(fay, sam)).toMatchObject({ editing: { id: `place-${moves}` } }))
  }
  const sets = spy.mock.results.map(({ value }) => value as Set<number>)
  expect(sets.length).toBeGreaterThan(20)
  expect(Math.max(...sets.map(({ size }) => size))).toBe(1)
})
