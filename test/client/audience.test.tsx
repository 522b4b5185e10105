import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { InviteDialog } from '../../client/app/InviteDialog.tsx'
import { ProblemPage } from '../../client/app/ProblemPage.tsx'
import { RefusedPage } from '../../client/app/RefusedPage.tsx'
import { RestrictedMark } from '../../client/features/audience/RestrictedMark.tsx'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import { accessOf, givenAccess, guestOf, showInRoom } from '../harness/givenAccess.tsx'
import { showPage } from '../harness/givenPage.tsx'
import { givenRoom, InRoom, idOf, maren, noor, tomas, wei } from '../harness/givenRoom.tsx'
import { asCard, asGuestLink, asPerson, asTeam } from '../shared/ids.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const people = [maren, noor, tomas, wei].map((person) => ({ personId: idOf(person), name: person.name }))
const teams = [{ teamId: asTeam('security'), name: 'Security' }]
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const open = async (tab: string | RegExp) => fireEvent.click(await screen.findByRole('tab', { name: tab }))
const invite = (me = maren) => showInRoom(givenRoom({ me }), <InviteDialog onClose={() => {}} />)

describe('who may read', () => {
  test('is restricted to whom is chosen, and not before it is said what follows', async () => {
    const server = givenAccess(accessOf({ people, teams }))
    invite()
    await open('Who may read')
    fireEvent.click(screen.getByRole('radio', { name: 'Only some' }))
    screen.getByText(/Whoever is not chosen loses access at once, in the meeting too. Nothing is deleted/)
    fireEvent.click(screen.getByRole('checkbox', { name: noor.name }))
    fireEvent.click(screen.getByRole('checkbox', { name: 'Security' }))
    expect(server.changes()).toEqual([])

    const audience = {
      isRestricted: true,
      personIds: [idOf(noor), idOf(maren)],
      teamIds: [asTeam('security')],
    }
    server.say(accessOf({ people, teams, audience }))
    press('Restrict it')
    await screen.findByText('Only 2 people and 1 team of the workspace may read this postmortem.')
    expect(server.changes()).toEqual([
      {
        method: 'POST',
        path: '/api/postmortems/p1/audience',
        body: { isRestricted: true, personIds: [idOf(noor)], teamIds: ['security'] },
      },
    ])
    expect(screen.queryByText(/loses access at once/)).toBeNull()
  })

  test('never leaves out oneself, nor names someone who has left the workspace', async () => {
    const left = asPerson('left')
    const audience = { isRestricted: true, personIds: [idOf(maren), idOf(noor), left], teamIds: [] }
    const server = givenAccess(accessOf({ people, audience }))
    invite()
    await open('Who may read')
    expect(screen.queryByRole('checkbox', { name: maren.name })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Change who may read' })).toBeNull()
    fireEvent.click(screen.getByRole('checkbox', { name: wei.name }))
    press('Change who may read')
    await waitFor(() =>
      expect(server.changes().map(({ body }) => body)).toEqual([
        { isRestricted: true, personIds: [idOf(noor), idOf(wei)], teamIds: [] },
      ]),
    )
  })

  test('is opened again only after it is said that everyone will read it', async () => {
    const audience = { isRestricted: true, personIds: [idOf(maren)], teamIds: [] }
    const server = givenAccess(accessOf({ people, audience }))
    invite()
    await open('Who may read')
    fireEvent.click(screen.getByRole('radio', { name: 'The whole workspace' }))
    screen.getByText(/Everyone in the workspace can read all of it at once/)
    press('Leave it as it is')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Only some' }).checked).toBe(true)
    expect(server.changes()).toEqual([])
  })

  test('stays as it was when the server says no, and the choice is kept', async () => {
    givenAccess(accessOf({ people }), () => ({
      status: 409,
      body: { reason: 'noSuchColleague', sentence: 'Somebody you chose is gone.' },
    }))
    invite()
    await open('Who may read')
    fireEvent.click(screen.getByRole('radio', { name: 'Only some' }))
    fireEvent.click(screen.getByRole('checkbox', { name: noor.name }))
    press('Restrict it')
    expect((await screen.findByRole('alert')).textContent).toBe('Somebody you chose is gone.')
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: noor.name }).checked).toBe(true)
    screen.getByText('The whole workspace may read this postmortem.')
  })

  test('shared screens are counted, and closed once it is confirmed', async () => {
    const server = givenAccess(accessOf({ sharedScreens: 2 }))
    invite()
    await open('Who may read')
    screen.getByText(/2 links to a shared screen work/)
    press('Close all shared screens')
    expect(server.changes()).toEqual([])
    server.say(accessOf())
    press('Close them')
    await screen.findByText('No link to a shared screen works right now.')
    expect(server.changes().map(({ path }) => path)).toEqual(['/api/postmortems/p1/stage/close'])
  })
})

describe('guests', () => {
  const made = () => ({ body: { guestLinkId: 'l1', link: 'https://candor.example.org/guest/abc' } })

  test('get a link with a role and a length, which is shown to whoever made it', async () => {
    const server = givenAccess(accessOf(), made)
    invite()
    await open('Guests')
    fireEvent.change(screen.getByLabelText('What they do'), { target: { value: 'observer' } })
    fireEvent.change(screen.getByLabelText('How long'), { target: { value: '168' } })
    fireEvent.click(screen.getByRole('checkbox', { name: 'They wait until someone lets them in' }))
    press('Make a guest link')
    const shown = await screen.findByLabelText<HTMLInputElement>('Guest link')
    expect(shown.value).toBe('https://candor.example.org/guest/abc')
    expect(server.changes().map(({ body }) => body)).toEqual([
      { role: 'observer', hours: 168, hasLobby: false },
    ])
  })

  test('of a restricted postmortem always wait at the door', async () => {
    const audience = { isRestricted: true, personIds: [], teamIds: [] }
    const server = givenAccess(accessOf({ audience }), made)
    invite()
    await open('Guests')
    const lobby = screen.getByRole<HTMLInputElement>('checkbox', { name: /wait until someone/ })
    expect([lobby.checked, lobby.disabled]).toEqual([true, true])
    screen.getByText('Always so here: only some may read this postmortem.')
    press('Make a guest link')
    await screen.findByLabelText('Guest link')
    expect(server.changes()[0]?.body).toMatchObject({ hasLobby: true })
  })

  test('lose their link after it is said that everyone who came by it goes', async () => {
    const link = {
      guestLinkId: asGuestLink('l1'),
      role: 'participant' as const,
      expiresAt: Date.parse('2026-03-13T14:00:00Z'),
      hasLobby: true,
      madeBy: 'Maren',
    }
    const server = givenAccess(accessOf({ guestLinks: [link] }))
    invite()
    await open('Guests')
    press(/^Revoke the link/)
    await screen.findByText(/every guest who came by it loses access at once/)
    expect(server.changes()).toEqual([])
    server.say(accessOf())
    press('Revoke it')
    await waitFor(() => expect(screen.queryByText('Links that work')).toBeNull())
    expect(server.changes().map(({ path }) => path)).toEqual(['/api/postmortems/p1/guest-links/l1/revoke'])
  })

  test('are let in, turned away and sent out where they are listed', async () => {
    const guests = [guestOf('Ada'), guestOf('Grace', 'admitted'), guestOf('Mary', 'over')]
    const server = givenAccess(accessOf({ guests }))
    invite()
    await open('Guests 1 waiting')
    const row = (name: string) => {
      const item = screen.getAllByRole('listitem').find(({ textContent }) => textContent?.startsWith(name))
      return within(item ?? document.body)
    }
    expect(row('Ada').getAllByRole('button')).toHaveLength(2)
    fireEvent.click(row('Grace').getByRole('button', { name: 'End access Grace' }))
    await waitFor(() => expect(server.looks()).toBe(2))
    fireEvent.click(row('Mary').getByRole('button', { name: 'Let in after all Mary' }))
    await waitFor(() =>
      expect(server.changes().map(({ path }) => path)).toEqual([
        '/api/postmortems/p1/guests/grace/revoke',
        '/api/postmortems/p1/guests/mary/admit',
      ]),
    )
  })
})

test('whoever may change nothing has the links for colleagues, and nothing else', async () => {
  const audience = { isRestricted: true, personIds: [idOf(tomas)], teamIds: [] }
  givenAccess(accessOf({ mayChange: false, audience }))
  invite(tomas)
  await screen.findByText(/Only some may read this postmortem. These links open it for them/)
  expect(screen.queryByRole('tab')).toBeNull()
  expect(screen.getByLabelText<HTMLInputElement>('To watch only').value).toMatch(/\/p\/p1\?as=observer$/)
})

test('when who may read cannot be looked up, that is said, and asked again on a press', async () => {
  let isUp = false
  const server = givenAccess(accessOf(), () => ({ body: {} }))
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
    isUp
      ? fetch(path, init)
      : Promise.resolve(new Response('{"reason":"serverFault","sentence":"A fault."}', { status: 500 })),
  )
  invite()
  expect((await screen.findByRole('alert')).textContent).toContain('A fault.')
  expect(screen.getByLabelText('To take part')).toBeTruthy()
  isUp = true
  press('Try again')
  await screen.findByRole('tab', { name: 'Guests' })
  expect(server.looks()).toBe(1)
})

test('a lock stands in the bar of a restricted postmortem, and says how many read it', async () => {
  const audience = { isRestricted: true, personIds: [idOf(maren)], teamIds: [] }
  givenAccess(accessOf({ mayChange: false, audience }))
  showInRoom(givenRoom(), <RestrictedMark />)
  await screen.findByText('Restricted')
  expect(screen.getByTitle('Only 1 person of the workspace may read this postmortem.')).toBeTruthy()
  cleanup()

  const server = givenAccess(accessOf({ mayChange: false }))
  showInRoom(givenRoom(), <RestrictedMark />)
  await waitFor(() => expect(server.looks()).toBe(1))
  expect(screen.queryByText('Restricted')).toBeNull()
})

describe('without access', () => {
  const refusal = {
    is: 'refused',
    reason: 'noSuchMeeting',
    sentence: closeCodes.noSuchMeeting.reason,
  } as const

  test('whoever had it and whoever never had it read the same sentence', async () => {
    const sentence = 'This postmortem does not exist, or you do not have access to it.'
    showPage(
      <InRoom room={givenRoom({ me: tomas })}>
        <RefusedPage refusal={refusal} />
      </InRoom>,
    )
    await screen.findByRole('heading', { name: sentence })
    screen.getByText('Everything you wrote here is saved.')
    cleanup()
    showPage(
      <ProblemPage
        problem={{ reason: 'noSuchMeeting', sentence: closeCodes.noSuchMeeting.reason }}
        onTryAgain={() => {}}
      />,
    )
    await screen.findByText(sentence)
  })

  test('what was written and not taken over is there to copy', async () => {
    const room = givenRoom({ me: tomas })
    room.save.set({ is: 'offline', changes: 1 })
    const texts = [{ place: { in: 'card' as const, id: asCard('c1') }, text: 'The disk was full.' }]
    showPage(
      <InRoom room={{ ...room, unsentTexts: () => texts }}>
        <RefusedPage refusal={refusal} />
      </InRoom>,
    )
    await screen.findByText('What you had written and was not taken over is below to copy.')
    screen.getByText('The disk was full.')
    expect(screen.queryByText(/will be sent/)).toBeNull()
  })
})
