import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PersonGate } from '../../client/app/PersonGate.tsx'
import { Postmortems } from '../../client/features/postmortems/Postmortems.tsx'
import { AcceptInvitation } from '../../client/features/sign-in/AcceptInvitation.tsx'
import { SetUp } from '../../client/features/sign-in/SetUp.tsx'
import { UseSignInLink } from '../../client/features/sign-in/UseSignInLink.tsx'
import { noFilters } from '../../shared/wire/library.ts'
import type { WhoAmI } from '../../shared/wire/people.ts'
import { accountOf, accountOfNobody } from '../harness/givenAccount.ts'
import { type Asked, givenServer, showPage } from '../harness/givenPage.tsx'

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const key = 'k'.repeat(43)
const write = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const sent = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST')

/** A server where whoever signs in with this password is Wei. */
function givenDoor(before: WhoAmI = accountOfNobody()) {
  let account = before
  return givenServer(({ path, body }) => {
    if (path !== '/api/sign-in') return { body: path === '/api/me' ? account : {} }
    if ((body as { password: string }).password !== 'four old grey ferries') {
      return { status: 401, body: { reason: 'wrongPassword', sentence: 'That does not fit together.' } }
    }
    account = accountOf('Wei')
    return { body: { person: account.person } }
  })
}

describe('the gate', () => {
  test('lets whoever opens a meeting link sign in first, and then arrive at that meeting', async () => {
    givenDoor()
    const whereAmI = showPage('home', { at: '/p/abc', frame: <PersonGate /> })
    await screen.findByRole('button', { name: 'Sign in' })
    expect(screen.queryByText('This is the room.')).toBeNull()
    write('E-mail', 'Wei@example.org')
    write('Password', 'four old grey ferries')
    press('Sign in')
    await screen.findByText('This is the room.')
    expect(whereAmI()).toBe('/p/abc')
  })

  test('says above the button why someone was not let in, and keeps what they wrote', async () => {
    givenDoor()
    showPage('home', { frame: <PersonGate /> })
    await screen.findByRole('button', { name: 'Sign in' })
    write('E-mail', 'wei@example.org')
    write('Password', 'wrong')
    press('Sign in')
    expect((await screen.findByRole('alert')).textContent).toBe('That does not fit together.')
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('wei@example.org')
    expect(screen.queryByText('home')).toBeNull()
  })

  test('explains an address that is none beside its field, goes there, and asks the server nothing', async () => {
    const asked = givenDoor()
    showPage('home', { frame: <PersonGate /> })
    await screen.findByRole('button', { name: 'Sign in' })
    write('E-mail', 'wei')
    press('Sign in')
    await screen.findByText(/^Write an e-mail address/)
    const field = screen.getByLabelText('E-mail')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field)
    expect(sent(asked)).toEqual([])
  })

  test('tells a new Candor’s first visitor where the setup link is, and offers nothing else', async () => {
    givenDoor(accountOfNobody({ hasOwner: false }))
    showPage('home', { frame: <PersonGate /> })
    await screen.findByText('This Candor has no owner yet.')
    expect(screen.getByText(/\/setup\/$/).tagName).toBe('CODE')
    expect(screen.queryByLabelText('E-mail')).toBeNull()
  })

  test('shows a calm page to someone who belongs nowhere any more', async () => {
    givenDoor(accountOf('Wei', { workspaces: [] }))
    showPage('home', { at: '/p/abc', frame: <PersonGate /> })
    await screen.findByText('You are in no workspace right now.')
    screen.getByRole('button', { name: 'Sign out' })
    expect(screen.queryByText('This is the room.')).toBeNull()
  })

  test('lets a guest through to the postmortem they visit, also when the visit is over', async () => {
    const visits = [{ postmortemId: 'abc', state: 'over', expiresAt: 5 }] as WhoAmI['visits']
    givenDoor(accountOf('Gil', { workspaces: [], visits }))
    showPage('home', { at: '/p/abc', frame: <PersonGate /> })
    await screen.findByText('This is the room.')
    cleanup()
    showPage('home', { at: '/', frame: <PersonGate /> })
    await screen.findByText('Your visit is over.')
  })

  test('asks again at the same address once the session has ended elsewhere', async () => {
    let isSignedIn = true
    givenServer(({ path }) => {
      if (path === '/api/me') return { body: isSignedIn ? accountOf('Wei') : accountOfNobody() }
      isSignedIn = false
      return { status: 401, body: { reason: 'notSignedIn', sentence: 'Sign in first.' } }
    })
    const whereAmI = showPage(<Postmortems workspaces={[]} filters={noFilters} onFilter={() => {}} />, {
      at: '/x?y=1',
      frame: <PersonGate />,
    })
    await screen.findByRole('button', { name: 'Sign in' })
    expect(whereAmI()).toBe('/x')
  })

  test('believes the account this device kept while the server does not answer', async () => {
    localStorage.setItem('candor.me', JSON.stringify(accountOf('Wei')))
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    showPage('home', { frame: <PersonGate /> })
    await screen.findByText('home')
  })
})

describe('other ways in', () => {
  test('a link by mail is offered only where mail is sent, and says the same whatever the address', async () => {
    givenDoor()
    showPage('home', { frame: <PersonGate /> })
    await screen.findByRole('button', { name: 'Sign in' })
    expect(screen.queryByRole('button', { name: 'Send me a link' })).toBeNull()
    cleanup()

    const asked = givenDoor(accountOfNobody({ byMail: true }))
    showPage('home', { frame: <PersonGate /> })
    await screen.findByRole('button', { name: 'Sign in' })
    write('E-mail', 'wei@example.org')
    press('Send me a link')
    await waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull())
    expect(sent(asked)).toEqual([]) // the first press only asks for the address
    press('Send me a link')
    await screen.findByText(/^If someone here has the address wei@example.org, a link is on its way/)
    expect(sent(asked)).toMatchObject([{ path: '/api/sign-in/mail', body: { email: 'wei@example.org' } }])
  })

  test('single sign-on is a plain link that comes back here, and says why it let nobody in', async () => {
    givenDoor()
    showPage('home', { frame: <PersonGate /> })
    await screen.findByRole('button', { name: 'Sign in' })
    expect(screen.queryByRole('link', { name: /^Continue with/ })).toBeNull()
    cleanup()

    givenDoor(accountOfNobody({ bySingleSignOn: 'Acme' }))
    showPage('home', { at: '/p/abc?as=observer&signIn=noAccount', frame: <PersonGate /> })
    const link = await screen.findByRole('link', { name: 'Continue with Acme' })
    const to = new URLSearchParams({ to: '/p/abc?as=observer' })
    expect(link.getAttribute('href')).toBe(`/api/single-sign-on?${to}`)
    expect(screen.getByRole('alert').textContent).toMatch(/nobody has invited you here yet/)
  })

  test('a sign-in link does nothing by itself; a press uses it', async () => {
    const asked = givenServer(() => ({ body: { person: { personId: 'wei', name: 'Wei' } } }))
    const onSignedIn = vi.fn(async () => {})
    showPage(<UseSignInLink linkKey={key} signedInAs={null} onSignedIn={onSignedIn} />)
    await screen.findByRole('button', { name: 'Sign in' })
    expect(asked).toEqual([])
    press('Sign in')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(asked).toMatchObject([{ path: '/api/sign-in/link', body: { key } }])
  })

  test.each([
    ['has been used', key, /It may have been used/],
    ['has lost its end', 'short', /lost its end on the way/],
  ])('a sign-in link that %s is explained', async (_, linkKey, words) => {
    givenServer(() => ({ status: 404, body: { reason: 'noSuchSignInLink', sentence: 'No.' } }))
    showPage(<UseSignInLink linkKey={linkKey} signedInAs={null} onSignedIn={async () => {}} />)
    await screen.findByRole('heading')
    if (linkKey === key) press('Sign in')
    await screen.findByText(words)
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull()
  })

  test('a password can be looked at, and a password manager knows which one it is', async () => {
    givenDoor()
    showPage('home', { frame: <PersonGate /> })
    await screen.findByRole('button', { name: 'Sign in' })
    expect(screen.getByLabelText('E-mail').getAttribute('autocomplete')).toBe('username')
    write('Password', 'four old grey ferries')
    const field = screen.getByLabelText<HTMLInputElement>('Password')
    expect([field.type, field.autocomplete]).toEqual(['password', 'current-password'])
    press('Show the password')
    expect([field.type, field.value]).toEqual(['text', 'four old grey ferries'])
    press('Hide the password')
    expect(field.type).toBe('password')
  })
})

describe('the first person', () => {
  const show = () => {
    const onDone = vi.fn(async () => {})
    const asked = givenServer(() => ({ body: { person: { personId: 'fay', name: 'Fay' } } }))
    showPage(<SetUp setupKey={key} onDone={onDone} />)
    return { onDone, asked }
  }

  test('says who they are and what the team is called, and is in', async () => {
    const { onDone, asked } = show()
    await screen.findByRole('heading')
    write('Your name', 'Fay')
    write('E-mail', ' Fay@example.org')
    write('Password', 'four old grey ferries')
    write('Your team', 'Payments')
    press('Set up Candor')
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(asked).toMatchObject([
      {
        path: '/api/setup',
        body: {
          setupKey: key,
          name: 'Fay',
          email: 'fay@example.org',
          password: 'four old grey ferries',
          workspaceName: 'Payments',
        },
      },
    ])
  })

  test('hears beside each field what to change, and is taken to the first', async () => {
    const { asked } = show()
    await screen.findByRole('heading')
    write('Your name', 'Fay')
    write('E-mail', 'fay@example.org')
    write('Password', 'short')
    press('Set up Candor')
    await screen.findByText(/^A password has at least 12 characters/)
    screen.getByText('Give the workspace a name.')
    expect(document.activeElement).toBe(screen.getByLabelText('Password'))
    expect(asked).toEqual([])
  })
})

describe('an invitation', () => {
  const invitation = {
    workspaceName: 'Payments',
    invitedBy: 'Fay',
    email: 'wei@example.org',
    role: 'admin',
    hasAccount: false,
  }
  function show(visitor: WhoAmI, said: Partial<typeof invitation> = {}) {
    const [onSignedIn, onJoined, onSignOut] = [vi.fn(async () => {}), vi.fn(async () => {}), vi.fn()]
    const asked = givenServer(({ path }) => {
      if (path.startsWith('/api/sign-in')) return { body: { person: accountOf('Wei').person } }
      if (!path.endsWith('/accept')) return { body: { ...invitation, ...said } }
      if (visitor.person?.name !== 'Fay')
        return { body: { person: accountOf('Wei').person, workspaceId: 'w' } }
      return { status: 409, body: { reason: 'invitationIsForAnother', sentence: 'It is for another.' } }
    })
    showPage(
      <AcceptInvitation
        linkKey={key}
        visitor={visitor}
        onSignedIn={onSignedIn}
        onJoined={onJoined}
        onSignOut={onSignOut}
      />,
    )
    return { asked, onSignedIn, onJoined, onSignOut }
  }

  test('tells who invited whom to what, and needs no password', async () => {
    const { asked, onJoined } = show(accountOfNobody())
    await screen.findByRole('heading', { name: 'Join Payments' })
    expect(screen.getByText(/^Fay invited/).textContent).toMatch(/wei@example.org.*as an administrator/)
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').readOnly).toBe(true)
    write('Your name', 'Wei')
    press('Join')
    await waitFor(() => expect(onJoined).toHaveBeenCalledOnce())
    expect(sent(asked)).toMatchObject([
      { path: `/api/invitations/${key}/accept`, body: { name: 'Wei', password: null } },
    ])
  })

  test('to someone who has an account asks to sign in with that address first, and says so', async () => {
    const { asked, onSignedIn, onJoined } = show(accountOfNobody(), { hasAccount: true })
    await screen.findByText(/Sign in with it first, then join/)
    const email = screen.getByLabelText<HTMLInputElement>('E-mail')
    expect([email.value, email.readOnly]).toEqual(['wei@example.org', true])
    write('Password', 'four old grey ferries')
    press('Sign in')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(onJoined).not.toHaveBeenCalled()
    expect(sent(asked).map(({ path }) => path)).toEqual(['/api/sign-in'])
  })

  test('is accepted with one press by whoever is signed in', async () => {
    const { asked, onJoined } = show(accountOf('Wei'), { hasAccount: true })
    await screen.findByRole('button', { name: 'Join as Wei' })
    press('Join as Wei')
    await waitFor(() => expect(onJoined).toHaveBeenCalledOnce())
    expect(sent(asked)).toMatchObject([{ body: { name: 'Wei', password: null } }])
  })

  test('for another address says so, and lets the person sign out', async () => {
    const { onJoined, onSignOut } = show(accountOf('Fay'))
    await screen.findByRole('button', { name: 'Join as Fay' })
    press('Join as Fay')
    await screen.findByText('It is for another.')
    expect(onJoined).not.toHaveBeenCalled()
    press('I am someone else')
    expect(onSignOut).toHaveBeenCalledOnce()
  })

  test('that is not open any more says what may have happened and what to do', async () => {
    givenServer(() => ({ status: 404, body: { reason: 'noSuchInvitation', sentence: 'No.' } }))
    const nothing = async () => {}
    showPage(
      <AcceptInvitation
        linkKey={key}
        visitor={accountOfNobody()}
        onSignedIn={nothing}
        onJoined={nothing}
        onSignOut={null}
      />,
    )
    await screen.findByText('This invitation is not open any more.')
    screen.getByText(/ask whoever invited you for a new one/)
    expect(screen.getByRole('link', { name: 'Go to Candor' }).getAttribute('href')).toBe('/')
  })
})
