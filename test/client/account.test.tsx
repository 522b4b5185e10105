import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AccountMenu } from '../../client/app/AccountMenu.tsx'
import { PersonGate } from '../../client/app/PersonGate.tsx'
import { recallAccount } from '../../client/device/keptAccount.ts'
import { countUnsentOf, unsentChanges } from '../../client/device/unsentChanges.ts'
import { Account } from '../../client/features/account/Account.tsx'
import { Toasts } from '../../client/ui/Toasts.tsx'
import type { WhoAmI } from '../../shared/wire/people.ts'
import { accountOf, accountOfNobody, workspaceOf } from '../harness/givenAccount.ts'
import { type Asked, givenServer, showPage } from '../harness/givenPage.tsx'
import { asPerson, asPostmortem } from '../shared/ids.ts'

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const sent = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST')

async function openMenu(account: WhoAmI = accountOf('Wei')) {
  let person = account.person
  const asked = givenServer(({ method, body }) => {
    if (method === 'GET') return { body: { ...account, person } }
    if (person && typeof body === 'object') person = { ...person, ...body }
    return { body: { person } }
  })
  showPage(<AccountMenu />, { frame: <PersonGate /> })
  fireEvent.click(await screen.findByRole('button', { name: /, your account and theme$/ }))
  await screen.findByRole('menu')
  return asked
}
const items = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent)

describe('the menu', () => {
  test('changes the name, by the rules a name has, and the page shows the new one at once', async () => {
    const asked = await openMenu()
    fireEvent.click(screen.getByText('Change your name'))
    const field = await screen.findByRole('textbox', { name: 'Name' })
    fireEvent.change(field, { target: { value: 'Wei\u202eChen' } })
    fireEvent.submit(field)
    await screen.findByText('A name is made of visible characters.')
    expect(sent(asked)).toEqual([])
    fireEvent.change(field, { target: { value: 'Wei Chen' } })
    fireEvent.submit(field)
    await screen.findByRole('button', { name: /^Wei Chen\b/ })
    expect(sent(asked)).toMatchObject([{ path: '/api/me', body: { name: 'Wei Chen' } }])
  })

  test('paints a chosen theme at once and keeps it on this device', async () => {
    await openMenu()
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'Dark' }))
    expect(document.documentElement.dataset.theme).toBe('dark')
    expect(localStorage.getItem('candor.theme')).toBe('dark')
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'As the system' }))
    expect(document.documentElement.dataset.theme).toBeUndefined()
  })

  test.each([
    ['a guest', [], ['Change your name', 'Your account', 'Sign out']],
    ['a member', [workspaceOf('A')], ['Change your name', 'Your account', 'People', 'Sign out']],
    [
      'an administrator of any workspace',
      [workspaceOf('A'), workspaceOf('B', 'admin')],
      ['Change your name', 'Your account', 'People', 'Audit log', 'Sign out'],
    ],
  ])('shows %s only what they may open', async (_, workspaces, shown) => {
    const visits = [{ postmortemId: 'p', state: 'admitted', expiresAt: 5 }] as WhoAmI['visits']
    await openMenu(accountOf('Wei', { workspaces, visits }))
    expect(items()).toEqual(shown)
  })
})

describe('signing out', () => {
  const wei = asPerson('wei')
  /** A server that ends the session, unless it is away, and what happened in which order. */
  async function show({ isAway = false } = {}) {
    const happened: string[] = []
    vi.spyOn(location, 'assign').mockImplementation((to) => {
      happened.push(`loads ${to}, with ${recallAccount() ? 'an account' : 'nothing'} kept`)
    })
    givenServer(({ path }) => {
      if (path !== '/api/sign-out') return { body: accountOf('Wei') }
      happened.push('asks the server')
      return isAway
        ? { status: 503, body: { reason: 'notStorable', sentence: 'Try again in a moment.' } }
        : { body: {} }
    })
    showPage(
      <>
        <AccountMenu />
        <Toasts />
      </>,
      { frame: <PersonGate /> },
    )
    fireEvent.click(await screen.findByRole('button', { name: /, your account and theme$/ }))
    fireEvent.click(await screen.findByText('Sign out'))
    return happened
  }

  test('ends the session first, then forgets this device, then loads the first page', async () => {
    const happened = await show()
    await waitFor(() => expect(happened).toHaveLength(2))
    expect(happened).toEqual(['asks the server', 'loads /, with nothing kept'])
  })

  test('asks first when something is only here, and staying loses nothing', async () => {
    unsentChanges(wei, asPostmortem('gitlab'), 'tab').note({ changes: 3, places: [] })
    const happened = await show()
    const dialog = within(await screen.findByRole('dialog', { name: '3 changes are only here.' }))
    expect(happened).toEqual([])
    fireEvent.click(dialog.getByRole('button', { name: 'Stay' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(countUnsentOf(wei)).toBe(3)
    expect(happened).toEqual([])
  })

  test('loses what is only here once the person says so', async () => {
    unsentChanges(wei, asPostmortem('gitlab'), 'tab').note({ changes: 1, places: [] })
    const happened = await show()
    await screen.findByRole('dialog', { name: 'One change is only here.' })
    press('Sign out and lose it')
    await waitFor(() => expect(happened).toHaveLength(2))
    expect(countUnsentOf(wei)).toBe(0)
  })

  test('that the server did not do says so and forgets nothing', async () => {
    const happened = await show({ isAway: true })
    await screen.findByText('Try again in a moment.')
    expect(happened).toEqual(['asks the server'])
    expect(recallAccount()?.person?.name).toBe('Wei')
  })

  test('in another window takes the page away here as well', async () => {
    const assign = vi.spyOn(location, 'assign').mockImplementation(() => {})
    givenServer(() => ({ body: accountOf('Wei') }))
    showPage('home', { frame: <PersonGate /> })
    await screen.findByText('home')
    localStorage.removeItem('candor.me')
    window.dispatchEvent(new StorageEvent('storage', { key: 'candor.me', newValue: null }))
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
    expect(screen.queryByText('home')).toBeNull()
  })
})

describe('the account’s page', () => {
  const session = (sessionId: string, isThis = false) => ({
    sessionId,
    startedAt: 0,
    lastSeenAt: 0,
    browser: sessionId === 'bare' ? '' : `Browser ${sessionId}`,
    isThis,
  })
  type Said = { email: string | null; hasPassword: boolean; sessions: ReturnType<typeof session>[] }
  async function show(given: Partial<Said> = {}) {
    const said = { email: 'wei@example.org', hasPassword: true, sessions: [session('a', true)], ...given }
    const asked = givenServer(({ method, path }) => {
      if (method === 'GET') return { body: said }
      if (path.endsWith('/end')) said.sessions = said.sessions.filter(({ isThis }) => isThis)
      if (path.endsWith('/password')) said.hasPassword = true
      return { body: {} }
    })
    const me = { personId: asPerson('wei'), name: 'Wei' }
    showPage(<Account me={me} onRename={() => {}} onSignOut={() => {}} />)
    await screen.findByRole('heading', { name: 'Where you are signed in' })
    return asked
  }

  test('ends another session and not this one', async () => {
    const asked = await show({ sessions: [session('a', true), session('b'), session('bare')] })
    const rows = screen.getAllByRole('listitem')
    expect(rows.map((row) => within(row).queryByRole('button')?.textContent)).toEqual([
      undefined,
      'End the session on Browser b',
      'End the session on A browser that did not say what it is',
    ])
    within(rows[0] ?? document.body).getByText('This browser')
    press('End the session on Browser b')
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))
    expect(sent(asked)).toMatchObject([{ path: '/api/account/sessions/b/end' }])
    expect(screen.queryByRole('button', { name: 'End all others' })).toBeNull()
  })

  test('changes the password by the one there is', async () => {
    const asked = await show()
    fireEvent.change(screen.getByLabelText('Password now'), { target: { value: 'old' } })
    fireEvent.change(screen.getByLabelText('New password'), { target: { value: 'passwordpassword' } })
    press('Change password')
    await screen.findByText(/too easy to guess/)
    expect(sent(asked)).toEqual([])
    fireEvent.change(screen.getByLabelText('New password'), { target: { value: 'four old grey ferries' } })
    press('Change password')
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe(''))
    expect(sent(asked)).toMatchObject([{ body: { current: 'old', next: 'four old grey ferries' } }])
  })

  test('sets a first password without asking for one', async () => {
    const asked = await show({ hasPassword: false })
    expect(screen.queryByLabelText('Password now')).toBeNull()
    fireEvent.change(screen.getByLabelText('New password'), { target: { value: 'four old grey ferries' } })
    press('Set password')
    await screen.findByRole('button', { name: 'Change password' })
    expect(sent(asked)).toMatchObject([{ body: { current: null, next: 'four old grey ferries' } }])
  })

  test('offers a guest no password', async () => {
    await show({ email: null, hasPassword: false })
    screen.getByText('None: you are here as a guest.')
    expect(screen.queryByLabelText('New password')).toBeNull()
  })
})

test('whoever is not signed in any more sees nothing of what was kept', async () => {
  localStorage.setItem('candor.me', JSON.stringify(accountOf('Wei')))
  givenServer(() => ({ body: accountOfNobody() }))
  showPage('home', { frame: <PersonGate /> })
  await screen.findByRole('button', { name: 'Sign in' })
  expect(recallAccount()).toBeNull()
})
