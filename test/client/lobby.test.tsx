import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LobbyNotice } from '../../client/features/guests/LobbyNotice.tsx'
import { SPEECH_GAP_MS, spokenNow, subscribeToSpeech } from '../../client/ui/liveRegions.ts'
import { accessOf, givenAccess, guestOf, showInRoom } from '../harness/givenAccess.tsx'
import { givenRoom, maren, tomas } from '../harness/givenRoom.tsx'

// Time goes on by itself, and can be pushed.
beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(async () => {
  cleanup()
  await vi.advanceTimersByTimeAsync(3 * SPEECH_GAP_MS) // what is left to be said is said
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const ada = guestOf('Ada')
const grace = guestOf('Grace')
const mary = guestOf('Mary')
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const notice = () => screen.queryByRole('region', { name: 'Guests at the door' })
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** The server says that something changed, and says what when asked. */
const changed = (room: ReturnType<typeof givenRoom>) =>
  act(() => room.guestsChanged.set(room.guestsChanged.get() + 1))

test('whoever may let guests in reads who waits, lets them in, and reads that it is done', async () => {
  const server = givenAccess(accessOf({ guests: [ada] }))
  showInRoom(givenRoom({ me: maren }), <LobbyNotice />)
  await screen.findByText('Ada is waiting to come in.')
  server.say(accessOf({ guests: [guestOf('Ada', 'admitted')] }))
  press('Let in Ada')
  await screen.findByText('Ada is let in.')
  expect(server.changes().map(({ path }) => path)).toEqual(['/api/postmortems/p1/guests/ada/admit'])
  await pass(1_500)
  expect(notice()).toBeNull()
})

test('“not now” ends the visit', async () => {
  const server = givenAccess(accessOf({ guests: [ada] }))
  showInRoom(givenRoom({ me: maren }), <LobbyNotice />)
  await screen.findByText('Ada is waiting to come in.')
  server.say(accessOf({ guests: [guestOf('Ada', 'over')] }))
  press('Not now Ada')
  await screen.findByText('Ada was not let in.')
  expect(server.changes().map(({ path }) => path)).toEqual(['/api/postmortems/p1/guests/ada/revoke'])
})

test('several are counted, and the next one cannot be let in by a second press', async () => {
  const server = givenAccess(accessOf({ guests: [ada, grace, mary, guestOf('Wu', 'admitted')] }))
  showInRoom(givenRoom({ me: maren }), <LobbyNotice />)
  await screen.findByText('Ada is waiting to come in, and 2 more.')
  server.say(accessOf({ guests: [grace, mary] }))
  press('Let in Ada')
  await screen.findByText('Ada is let in.')
  expect(screen.queryByRole('button')).toBeNull()
  await pass(1_500)
  expect(screen.getByText('Grace is waiting to come in, and 1 more.')).toBeTruthy()
})

test('the server is asked again when it says that guests changed, and when the connection comes back', async () => {
  const server = givenAccess(accessOf())
  const room = givenRoom({ me: maren })
  showInRoom(room, <LobbyNotice />)
  await waitFor(() => expect(server.looks()).toBe(1))
  server.say(accessOf({ guests: [ada] }))
  changed(room)
  await screen.findByText('Ada is waiting to come in.')

  act(() => room.connection.set({ is: 'reconnecting', since: 0 }))
  await pass(10_000)
  expect(server.looks()).toBe(2)
  server.say(accessOf({ guests: [ada, grace] }))
  act(() => room.connection.set({ is: 'live' }))
  await screen.findByText('Ada is waiting to come in, and 1 more.')
})

test('each guest is announced once', async () => {
  const spoken: string[] = []
  const stop = subscribeToSpeech(() => spokenNow('polite') && spoken.push(spokenNow('polite')))
  const server = givenAccess(accessOf({ guests: [ada] }))
  const room = givenRoom({ me: maren })
  showInRoom(room, <LobbyNotice />)
  await waitFor(() => expect(spoken).toEqual(['Ada is waiting to come in.']))
  server.say(accessOf({ guests: [ada, grace, mary] }))
  changed(room)
  await screen.findByText('Ada is waiting to come in, and 2 more.')
  await pass(2 * SPEECH_GAP_MS)
  changed(room)
  await waitFor(() => expect(server.looks()).toBe(3))
  await pass(2 * SPEECH_GAP_MS)
  expect(spoken).toEqual(['Ada is waiting to come in.', '2 guests are waiting to come in.'])
  stop()
})

test('whoever may not let guests in sees nothing of them', async () => {
  const server = givenAccess(accessOf({ mayChange: false, guests: [ada] }))
  const room = givenRoom({ me: tomas })
  showInRoom(room, <LobbyNotice />)
  await waitFor(() => expect(server.looks()).toBe(1))
  await pass(0)
  expect(notice()).toBeNull()
})

test('a role that changes is reason to ask again', async () => {
  const server = givenAccess(accessOf({ mayChange: false }))
  const room = givenRoom({ me: tomas })
  showInRoom(room, <LobbyNotice />)
  await waitFor(() => expect(server.looks()).toBe(1))
  server.say(accessOf({ guests: [ada] }))
  const toPersonId = room.me?.personId
  if (!toPersonId) throw new Error('nobody is here')
  await act(async () => void (await room.sendAs(maren, { type: 'handOverFacilitation', toPersonId })))
  await screen.findByText('Ada is waiting to come in.')
})

test('why somebody could not be let in is said beside them', async () => {
  givenAccess(accessOf({ guests: [ada] }), () => ({
    status: 409,
    body: { reason: 'guestLinkIsOver', sentence: 'Their link has expired.' },
  }))
  showInRoom(givenRoom({ me: maren }), <LobbyNotice />)
  await screen.findByText('Ada is waiting to come in.')
  press('Let in Ada')
  expect((await screen.findByRole('alert')).textContent).toBe('Their link has expired.')
  expect(screen.getByRole('button', { name: 'Let in Ada' })).toBeTruthy()
})
