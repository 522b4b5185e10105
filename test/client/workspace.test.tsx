import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Workspace } from '../../client/features/workspace/Workspace.tsx'
import { WorkspaceSwitch } from '../../client/features/workspace/WorkspaceSwitch.tsx'
import { Toasts } from '../../client/ui/Toasts.tsx'
import type { WorkspaceRole } from '../../shared/people/workspaceRoles.ts'
import type { Colleague, OpenInvitation, Team } from '../../shared/wire/workspaces.ts'
import { workspaceOf } from '../harness/givenAccount.ts'
import { type Asked, givenServer, showPage } from '../harness/givenPage.tsx'
import { asPerson, asWorkspace } from '../shared/ids.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const colleague = (name: string, role: WorkspaceRole): Colleague => ({
  personId: asPerson(name.toLowerCase()),
  name,
  role,
  email: `${name.toLowerCase()}@example.org`,
})
const open = (email: string) =>
  ({
    invitationId: 'new',
    email,
    role: 'member',
    invitedBy: 'Olu',
    expiresAt: 0,
  }) as unknown as OpenInvitation

/** Olu owns the workspace, Ada is an administrator, Max a member; `mine` looks at it. */
async function show(
  mine: 'Olu' | 'Ada' | 'Max',
  answers: Record<string, { status?: number; body: unknown }> = {},
) {
  const people = [colleague('Ada', 'admin'), colleague('Max', 'member'), colleague('Olu', 'owner')]
  const me = people.find(({ name }) => name === mine)
  if (!me) throw new Error(`${mine} is not in the workspace`)
  const said = {
    workspace: workspaceOf('Payments', me.role),
    people,
    teams: [] as Team[],
    invitations: me.role === 'member' ? [] : [open('new@example.org')],
  }
  const asked = givenServer(({ method, path }) => {
    if (method === 'GET') return { body: said }
    return answers[path] ?? { body: {} }
  })
  const [onChanged, onLeft] = [vi.fn(), vi.fn()]
  const whereAmI = showPage(
    <>
      <Workspace
        workspaceId={asWorkspace('payments')}
        me={me.personId}
        onChanged={onChanged}
        onLeft={onLeft}
      />
      <Toasts />
    </>,
  )
  await screen.findByRole('heading', { name: 'Payments' })
  return { asked, said, onChanged, onLeft, whereAmI }
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const choose = async (name: string, role: 'menuitem' | 'menuitemradio' = 'menuitem') =>
  fireEvent.click(await screen.findByRole(role, { name }))
const sent = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST')
const buttons = () =>
  screen.getAllByRole('button').map((button) => button.textContent || button.getAttribute('aria-label'))
const at = '/api/workspaces/payments'

describe('what someone may not do is not shown', () => {
  test('a member sees people and teams, and can leave', async () => {
    await show('Max')
    expect(screen.getAllByRole('row')).toHaveLength(4)
    expect(buttons()).toEqual(['More about you'])
    expect(screen.queryByLabelText('Role')).toBeNull()
    expect(screen.queryByRole('link', { name: 'Audit log' })).toBeNull()
  })

  test('an administrator steers everybody but owners, and makes none', async () => {
    await show('Ada')
    expect(buttons()).not.toContain('Rename')
    expect(buttons()).not.toContain('Start another workspace')
    screen.getByRole('link', { name: 'Audit log' })
    expect(screen.queryByRole('button', { name: /the role of Olu/ })).toBeNull()
    expect(screen.queryByRole('button', { name: 'More about Olu' })).toBeNull()
    expect(within(screen.getByLabelText('Role')).queryByRole('option', { name: 'Owner' })).toBeNull()
    press(/the role of Max/)
    await screen.findByRole('menu')
    expect(screen.queryByRole('menuitemradio', { name: 'Owner' })).toBeNull()
  })

  test('an owner can do everything', async () => {
    await show('Olu')
    for (const name of ['Rename', 'Start another workspace', 'Make a team', 'Invite', 'More about Ada']) {
      screen.getByRole('button', { name })
    }
    within(screen.getByLabelText('Role')).getByRole('option', { name: 'Owner' })
  })
})

describe('people', () => {
  test('a role is changed from its menu, and what the server says stands then', async () => {
    const { asked, said } = await show('Olu')
    press(/the role of Max/)
    said.people = said.people.map((person) =>
      person.name === 'Max' ? { ...person, role: 'admin' as const } : person,
    )
    await choose('Administrator', 'menuitemradio')
    await screen.findByRole('button', { name: /^Administrator\s*, the role of Max/ })
    expect(sent(asked)).toMatchObject([{ path: `${at}/people/max/role`, body: { role: 'admin' } }])
  })

  test('a change of role that is refused says why, and the role stays', async () => {
    const refused = { status: 409, body: { reason: 'lastOwner', sentence: 'Somebody has to own it.' } }
    const { onChanged } = await show('Olu', { [`${at}/people/olu/role`]: refused })
    press(/the role of Olu/)
    await choose('Member', 'menuitemradio')
    await screen.findByText('Somebody has to own it.')
    screen.getByRole('button', { name: /^Owner\s*, the role of Olu/ })
    expect(onChanged).not.toHaveBeenCalled()
  })

  test('someone is removed only after a second word, which tells what stays', async () => {
    const { asked } = await show('Ada')
    press('More about Max')
    await choose('Remove from the workspace')
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove Max?' }))
    dialog.getByText(/What they wrote stays/)
    expect(sent(asked)).toEqual([])
    fireEvent.click(dialog.getByRole('button', { name: 'Remove' }))
    await screen.findByText('Max is no longer in Payments.')
    expect(sent(asked)).toMatchObject([{ path: `${at}/people/max/remove` }])
  })

  test('a no to leaving is told in the dialog, which stays', async () => {
    const refused = { status: 409, body: { reason: 'lastOwner', sentence: 'Somebody has to own it.' } }
    const { onLeft } = await show('Olu', { [`${at}/people/olu/remove`]: refused })
    press('More about you')
    await choose('Leave this workspace')
    await screen.findByRole('dialog', { name: 'Leave Payments?' })
    press('Leave')
    expect((await screen.findByRole('alert')).textContent).toBe('Somebody has to own it.')
    expect(onLeft).not.toHaveBeenCalled()
  })

  test('a sign-in link is made by a press, shown once, and gone with the dialog', async () => {
    const link = 'http://candor.test/sign-in/abc'
    const { asked } = await show('Ada', { [`${at}/people/max/sign-in-link`]: { body: { link } } })
    press('More about Max')
    await choose('Make a sign-in link')
    await screen.findByRole('dialog')
    expect(sent(asked)).toEqual([])
    press('Make a link')
    expect((await screen.findByLabelText<HTMLInputElement>('Sign-in link for Max')).value).toBe(link)
    press('Done')
    await waitFor(() => expect(screen.queryByDisplayValue(link)).toBeNull())
  })
})

describe('inviting', () => {
  test.each([
    ['sent', /on its way by mail/],
    ['notSent', /sends no mail, so give them the link yourself/],
    ['failed', /could not be sent. The invitation stands/],
  ])('shows the link once and says that mail was %s', async (mail, words) => {
    const link = 'http://candor.test/invitation/abc'
    const { asked } = await show('Ada', {
      [`${at}/invitations`]: { body: { invitationId: 'i', link, mail } },
    })
    const field = screen.getByLabelText<HTMLInputElement>('E-mail')
    fireEvent.change(field, { target: { value: 'Kim@example.org' } })
    fireEvent.change(screen.getByLabelText('Role'), { target: { value: 'admin' } })
    press('Invite')
    await screen.findByDisplayValue(link)
    screen.getByText(words)
    expect(sent(asked)).toMatchObject([{ body: { email: 'kim@example.org', role: 'admin' } }])
    expect(field.value).toBe('')
  })

  test('an address that is none is explained beside the field and not sent', async () => {
    const { asked } = await show('Ada')
    fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: 'kim' } })
    press('Invite')
    await screen.findByText(/^Write an e-mail address/)
    expect(document.activeElement).toBe(screen.getByLabelText('E-mail'))
    expect(sent(asked)).toEqual([])
  })

  test('an open invitation can be withdrawn', async () => {
    const { asked, said } = await show('Ada')
    said.invitations = []
    press('Withdraw the invitation for new@example.org')
    await waitFor(() => expect(screen.queryByText('new@example.org')).toBeNull())
    expect(sent(asked)).toMatchObject([{ path: `${at}/invitations/new/withdraw` }])
  })
})

describe('teams', () => {
  test('a team is made with its people, and not a second time when only these were refused', async () => {
    const answers: Parameters<typeof show>[1] = {
      [`${at}/teams`]: { body: { teamId: 't' } },
      [`${at}/teams/t`]: { status: 503, body: { reason: 'notStorable', sentence: 'Try again.' } },
    }
    const { asked } = await show('Ada', answers)
    press('Make a team')
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Name'), { target: { value: 'On call' } })
    fireEvent.click(dialog.getByLabelText('Max'))
    fireEvent.click(dialog.getByRole('button', { name: 'Make it' }))
    await dialog.findByText('Try again.')
    answers[`${at}/teams/t`] = { body: {} }
    fireEvent.click(dialog.getByRole('button', { name: 'Make it' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent(asked).map(({ path }) => path)).toEqual([`${at}/teams`, `${at}/teams/t`, `${at}/teams/t`])
    expect(sent(asked)[2]?.body).toEqual({ name: 'On call', personIds: ['max'] })
  })
})

test('another workspace is started by its owner, who goes there', async () => {
  const { onChanged, whereAmI } = await show('Olu', { '/api/workspaces': { body: { workspaceId: 'new' } } })
  press('Start another workspace')
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: 'Start it' }))
  await dialog.findByText('Give the workspace a name.')
  fireEvent.change(dialog.getByLabelText('Name'), { target: { value: 'Data' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Start it' }))
  await waitFor(() => expect(whereAmI()).toBe('/people/new'))
  expect(onChanged).toHaveBeenCalledOnce()
})

test('a workspace that could not be opened says so and is asked for again', async () => {
  givenServer(() => ({ status: 404, body: { reason: 'noSuchWorkspace', sentence: 'It is not there.' } }))
  const nothing = () => {}
  showPage(
    <Workspace workspaceId={asWorkspace('x')} me={asPerson('olu')} onChanged={nothing} onLeft={nothing} />,
  )
  expect((await screen.findByRole('alert')).textContent).toContain('It is not there.')
  screen.getByRole('button', { name: 'Try again' })
})

test('only someone in several workspaces is offered another', async () => {
  const [payments, data] = [workspaceOf('Payments'), workspaceOf('Data')]
  const current = payments.workspaceId
  givenServer(() => ({ body: {} }))
  showPage(<WorkspaceSwitch workspaces={[payments, data]} current={current} />)
  const links = within(await screen.findByRole('navigation')).getAllByRole('link')
  expect(links.map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([
    ['Payments', 'page'],
    ['Data', null],
  ])
  cleanup()
  showPage(
    <>
      home
      <WorkspaceSwitch workspaces={[payments]} current={current} />
    </>,
  )
  await screen.findByText('home')
  expect(screen.queryByRole('navigation')).toBeNull()
})
