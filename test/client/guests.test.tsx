import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GuestPage } from '../../client/app/GuestPage.tsx'
import { JoinedRoom } from '../../client/app/JoinedRoom.tsx'
import { PersonGate } from '../../client/app/PersonGate.tsx'
import type { GuestVisit, WhoAmI } from '../../shared/wire/people.ts'
import { accountOf, accountOfNobody } from '../harness/givenAccount.ts'
import { type Asked, givenServer, showPage } from '../harness/givenPage.tsx'
import { asPostmortem } from '../shared/ids.ts'

// Time goes on by itself, and can be pushed.
beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const key = 'k'.repeat(43)
const expiresAt = Date.parse('2026-03-13T14:00:00Z')
const link = {
  invitedBy: 'Maren Oduya',
  workspaceName: 'Payments',
  role: 'commenter',
  hasLobby: true,
  expiresAt,
}
const visitOf = (state: GuestVisit['state']): GuestVisit => ({
  postmortemId: asPostmortem('p1'),
  state,
  expiresAt,
})
const guestOf = (state: GuestVisit['state']) => accountOf('Ada', { workspaces: [], visits: [visitOf(state)] })

type Door = {
  asked: readonly Asked[]
  /** From now on the server says this of whoever is here. */
  say: (account: WhoAmI) => void
}

/** A server with one guest link. Whoever comes by it is in this state, and known as a guest from then on. */
function givenDoor({
  account = accountOfNobody(),
  state = 'waiting' as GuestVisit['state'],
  hasLobby = true,
} = {}): Door {
  let said = account
  const asked = givenServer(({ path }) => {
    if (path === '/api/me') return { body: said }
    if (path === `/api/guest-links/${key}`) return { body: { ...link, hasLobby } }
    if (!said.person) said = guestOf(state)
    return { body: { person: said.person, postmortemId: 'p1', state } }
  })
  return {
    asked,
    say: (account) => {
      said = account
    },
  }
}

const show = (at = `/guest/${key}`) => showPage(<GuestPage />, { at, path: 'guest/$key' })
const sent = ({ asked }: Door) => asked.filter(({ method }) => method === 'POST')
const waits = () => screen.findByRole('heading', { name: 'Someone from Payments will let you in.' })

async function comeAs(name: string, button = 'Ask to come in') {
  fireEvent.change(await screen.findByLabelText('Your name'), { target: { value: name } })
  fireEvent.click(screen.getByRole('button', { name: button }))
}

test('the link tells who invites, as what, until when and that someone opens, and asks only for a name', async () => {
  const door = givenDoor()
  show()
  await screen.findByText(/Maren Oduya of Payments invites you to a meeting/)
  screen.getByText(/You come to comment/)
  expect(document.querySelector('time')?.getAttribute('datetime')).toBe('2026-03-13T14:00:00.000Z')
  screen.getByText('Someone there lets you in first.')
  expect(screen.getAllByRole('textbox')).toHaveLength(1)
  expect(new Set(door.asked.map(({ path }) => path))).toEqual(new Set(['/api/me', `/api/guest-links/${key}`]))
})

test('a name that cannot be used is explained beside the field and never sent', async () => {
  const door = givenDoor()
  show()
  await comeAs('   ')
  await screen.findByText('Say a name.')
  expect(screen.getByLabelText('Your name').getAttribute('aria-invalid')).toBe('true')
  expect(sent(door)).toEqual([])
})

test('where nobody guards the door, a name is enough to be in the meeting', async () => {
  const door = givenDoor({ state: 'admitted', hasLobby: false })
  const whereAmI = show()
  await comeAs('  Ada ', 'Come in')
  await screen.findByText('This is the room.')
  expect(whereAmI()).toBe('/p/p1')
  expect(sent(door)).toEqual([
    { method: 'POST', path: `/api/guest-links/${key}/enter`, body: { name: 'Ada' } },
  ])
})

describe('someone who waits', () => {
  test('stays before the door, and goes in by themselves once they are let in', async () => {
    const door = givenDoor()
    const whereAmI = show()
    await comeAs('Ada')
    await waits()
    expect(whereAmI()).toBe(`/guest/${key}`)
    door.say(guestOf('admitted'))
    await act(() => vi.advanceTimersByTimeAsync(2_000))
    await screen.findByText('This is the room.')
    expect(whereAmI()).toBe('/p/p1')
  })

  test('goes on waiting after a reload, and says no name again', async () => {
    const door = givenDoor({ account: guestOf('waiting') })
    show(`/guest/${key}?visit=p1`)
    await waits()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(sent(door)).toEqual([])
  })

  test('is told calmly when it is over, and whom to ask', async () => {
    const door = givenDoor()
    show()
    await comeAs('Ada')
    await waits()
    door.say(guestOf('over'))
    await act(() => vi.advanceTimersByTimeAsync(2_000))
    await screen.findByRole('heading', { name: 'You have no access any more.' })
    screen.getByText(/ask Maren Oduya to let you in or to send you another link/)
    const before = door.asked.length
    await act(() => vi.advanceTimersByTimeAsync(20_000))
    expect(door.asked).toHaveLength(before)
    door.say(guestOf('admitted'))
    fireEvent.click(screen.getByRole('button', { name: 'Look again' }))
    await screen.findByText('This is the room.')
  })

  test('keeps the place while the server does not answer', async () => {
    const door = givenDoor()
    show()
    await comeAs('Ada')
    await waits()
    const { fetch } = globalThis
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no line')))
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    await waits()
    vi.stubGlobal('fetch', fetch)
    door.say(guestOf('admitted'))
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    await screen.findByText('This is the room.')
  })
})

test('a guest at the meeting’s own address waits there too, and the meeting is asked for again once they are let in', async () => {
  let account = guestOf('waiting')
  const asked = givenServer(({ path }) =>
    path === '/api/me'
      ? { body: account }
      : { status: 404, body: { reason: 'noSuchMeeting', sentence: 'It does not exist.' } },
  )
  const joins = () => asked.filter(({ path }) => path === '/api/postmortems/p1/join').length
  const room = <JoinedRoom id={asPostmortem('p1')}>in the room</JoinedRoom>
  showPage(room, { frame: <PersonGate /> })
  await screen.findByRole('heading', { name: 'Someone inside will let you in.' })
  expect(joins()).toBe(1)
  account = guestOf('admitted')
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  await waitFor(() => expect(joins()).toBe(2))
  account = guestOf('over')
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  await screen.findByText('It does not exist.')
})

test('whoever is signed in is not asked for a name', async () => {
  const door = givenDoor({ account: accountOf('Wei'), state: 'admitted' })
  const whereAmI = show()
  fireEvent.click(await screen.findByRole('button', { name: 'Come in as Wei' }))
  await screen.findByText('This is the room.')
  expect(whereAmI()).toBe('/p/p1')
  expect(sent(door).map(({ body }) => body)).toEqual([{ name: 'Wei' }])
})

test('someone who was asked to leave hears it, and does not wait for nothing', async () => {
  givenDoor({ account: accountOf('Ada', { workspaces: [] }), state: 'over' })
  show()
  fireEvent.click(await screen.findByRole('button', { name: 'Come in as Ada' }))
  await screen.findByRole('heading', { name: 'You have no access any more.' })
  fireEvent.click(screen.getByRole('button', { name: 'Look again' }))
  await screen.findByRole('button', { name: 'Come in as Ada' })
})

describe('a link that lets nobody in', () => {
  test('says why that may be and whom to ask', async () => {
    givenServer(({ path }) =>
      path === '/api/me'
        ? { body: accountOfNobody() }
        : { status: 404, body: { reason: 'noSuchGuestLink', sentence: 'No.' } },
    )
    show()
    await screen.findByRole('heading', { name: 'This link lets nobody in.' })
    screen.getByText(/ask whoever sent it to you for a new one/)
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  test('and if it has lost its end, says so without asking the server', async () => {
    const door = givenDoor()
    show('/guest/abc')
    await screen.findByText(/The link has lost its end on the way/)
    expect(door.asked.map(({ path }) => path)).toEqual(['/api/me'])
  })

  test('is another thing than a server that does not answer, which is asked again', async () => {
    let isUp = false
    givenServer(({ path }) => {
      if (path === '/api/me') return { body: accountOfNobody() }
      return isUp ? { body: link } : { status: 500, body: { reason: 'serverFault', sentence: 'A fault.' } }
    })
    show()
    expect((await screen.findByRole('alert')).textContent).toBe('A fault.')
    isUp = true
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => screen.getByLabelText('Your name'))
  })
})
