import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newQueryClient } from '../../client/app/newQueryClient.ts'
import { ReadinessList } from '../../client/features/readiness/ReadinessList.tsx'
import { Roles } from '../../client/features/roles/Roles.tsx'
import { readCards } from '../../shared/content/cards.ts'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import { readPreparationMarks } from '../../shared/content/preparationMarks.ts'
import { readRoleHolders } from '../../shared/content/roleHolders.ts'
import { capabilities } from '../../shared/meeting/capabilities.ts'
import { noCircumstances } from '../../shared/triage/facts.ts'
import { givenServer } from '../harness/givenPage.tsx'
import { type GivenPerson, givenRoom, InRoom, idOf, maren, noor, tomas, wei } from '../harness/givenRoom.tsx'

const jonas = { personId: 'jonas', name: 'Jonas Lindqvist', email: null, role: 'member' }

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
beforeEach(() => {
  givenServer(({ path }) => {
    if (path === '/api/postmortems/p1') return { body: { summary, snapshot: givenRoom().snapshot.get() } }
    if (path === '/api/workspaces/w1') return { body: workspace }
    return { body: { triages: [], known } }
  })
})

const known = { number: 0, circumstances: noCircumstances }
const summary = {
  postmortemId: 'p1',
  meetingId: 'm1',
  title: 'Checkout slowed',
  severity: 'SEV-2',
  services: [],
  incidentStartedAt: null,
  resolvedAt: null,
  format: null,
  waiver: null,
  createdAt: 0,
  status: 'scheduled',
  stage: 'review',
  metAt: null,
  memberCount: 4,
  workspaceId: 'w1',
  isRestricted: false,
}
const workspace = {
  workspace: { workspaceId: 'w1', name: 'Acme', role: 'member' },
  people: [jonas],
  teams: [{ teamId: 't1', name: 'Payments', personIds: ['jonas'] }],
  invitations: [],
}

const at = Date.parse('2026-03-12T13:00:00Z')
const event = (text: string) => ({
  occurred: { at, precision: 'minute' as const },
  kind: 'event' as const,
  stage: null,
  text,
  sourceUrl: null,
})
const draft = {
  ...emptyDraft('Checkout slowed', 'SEV-2'),
  timeline: [event('Jonas Lindqvist opens #inc-412'), event('Payments joins'), event('Tomás rolls back')],
}

function show(
  part: 'roles' | 'readiness',
  me: GivenPerson = maren,
  room = givenRoom({ draft, people: [maren, tomas, noor, wei], me }),
) {
  render(
    <QueryClientProvider client={newQueryClient()}>
      <InRoom room={room}>
        {part === 'roles' ? <Roles /> : <ReadinessList linkTo={(_, title) => <a href="/there">{title}</a>} />}
      </InRoom>
    </QueryClientProvider>,
  )
  return room
}
const rowOf = (name: string) => {
  const row = screen.getByRole('heading', { name: new RegExp(`^${name}`) }).closest('li')
  if (!row) throw new Error(`There is no row ${name}.`)
  return within(row)
}

test('a colleague is given a role, shows as not here, and is taken off again', async () => {
  const room = show('roles')
  expect(rowOf('Incident commander').getByText('Missing')).not.toBeNull()
  fireEvent.click(rowOf('Incident commander').getByRole('button', { name: /^Assign/ }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Jonas Lindqvist' }))
  expect(readRoleHolders(room.contentDoc)).toMatchObject([
    { role: 'incidentCommander', personId: 'jonas', name: 'Jonas Lindqvist', by: idOf(maren) },
  ])
  expect(rowOf('Incident commander').queryByText('Missing')).toBeNull()
  expect(rowOf('Incident commander').getByText('not here yet')).not.toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Take Jonas Lindqvist off: Incident commander' }))
  expect(rowOf('Incident commander').getByText('Missing')).not.toBeNull()
})

test('a role is done without only with a reason, which everyone reads', async () => {
  const room = show('roles')
  fireEvent.click(rowOf('Engineering lead').getByRole('button', { name: /^Assign/ }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Not needed…' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Do without' }))
  expect(screen.getByText('Say why, in a few words.')).not.toBeNull()
  expect(readPreparationMarks(room.contentDoc)).toEqual([])
  fireEvent.change(screen.getByRole('textbox', { name: 'Why' }), { target: { value: 'A team of three.' } })
  fireEvent.click(screen.getByRole('button', { name: 'Do without' }))
  expect(rowOf('Engineering lead').getByText('Not needed: A team of three.')).not.toBeNull()
  fireEvent.click(rowOf('Engineering lead').getByRole('button', { name: /^Needed after all/ }))
  expect(rowOf('Engineering lead').getByText('Missing')).not.toBeNull()
})

test('whoever the timeline names and is not here is listed, until invited', async () => {
  show('roles')
  const list = within(await screen.findByRole('list', { name: 'Named, and not here yet' }))
  expect(await list.findByText('Team Payments')).not.toBeNull()
  expect(list.getByText('Jonas Lindqvist')).not.toBeNull()
  expect(list.queryByText(/Tomás/)).toBeNull()
  fireEvent.click(list.getByRole('button', { name: /^Mark as invited ?: Jonas Lindqvist/ }))
  expect(list.getByText('Invited')).not.toBeNull()
  expect(screen.getByText(/one named and not invited/)).not.toBeNull()
})

test('only the facilitator is asked whether they manage someone, and a yes is pointed out', async () => {
  show('roles')
  fireEvent.click(screen.getByRole('button', { name: 'Yes' }))
  expect(screen.getByText(/Maren Oduya facilitates and manages someone/)).not.toBeNull()
})

test('nobody else is asked, and who may not write finds nothing to press', async () => {
  show('roles', wei)
  await screen.findByText('Team Payments')
  expect(screen.queryByText(/Do you manage/)).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

test('the table of what each role may do has a row for each thing there is to do', async () => {
  show('roles')
  fireEvent.click(screen.getByText('Who may do what in the meeting'))
  const rows = within(screen.getByRole('table')).getAllByRole('row')
  expect(rows).toHaveLength(capabilities.length + 1)
  const sealed = within(screen.getByRole('row', { name: /Open the sealed answers/ })).getAllByRole('cell')
  expect(sealed.map((cell) => cell.querySelector('svg') !== null)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})

test('readiness counts what the document says, and at once what changes in it', async () => {
  const room = show('readiness')
  // Title, severity, chat room, draft timeline, rollback, and the agenda with both.
  expect(screen.getByText(/^\d+ of 24/).textContent).toContain('6 of 24')
  fireEvent.click(screen.getByRole('button', { name: 'What to say of: Error budget' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Does not apply…' }))
  fireEvent.change(await screen.findByRole('textbox', { name: 'Why' }), {
    target: { value: 'There is none.' },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Leave it out' }))
  expect(screen.getByText(/^\d+ of 23/).textContent).toContain('6 of 23')
  act(() => room.undo.undo())
  expect(screen.getByText(/^\d+ of 24/).textContent).toContain('6 of 24')
})

test('what is missing leads to where it is done, and can be marked by hand', async () => {
  show('readiness')
  expect(screen.getByRole('link', { name: 'Escalation records' })).not.toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'What to say of: Escalation records' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Ready, as far as we need it' }))
  expect(screen.queryByRole('link', { name: 'Escalation records' })).toBeNull()
  expect(screen.getByText('Marked by hand.')).not.toBeNull()
})

test('one press makes an open question of what is not known, in the name of whoever pressed', async () => {
  const room = show('readiness', tomas)
  fireEvent.click(screen.getByText('Not known yet'))
  fireEvent.click(screen.getByRole('button', { name: /^Ask ?: Which alerts fired/ }))
  expect(readCards(room.contentDoc)).toMatchObject([
    { place: { kind: 'question' }, text: 'Which alerts fired, and when?', by: idOf(tomas) },
  ])
  expect(screen.queryByRole('button', { name: /^Ask ?: Which alerts fired/ })).toBeNull()
})

test('an alert that stayed quiet is written down as a fact, and taken back', async () => {
  const room = show('readiness')
  fireEvent.click(screen.getByRole('button', { name: 'What to say of: Alerts that stayed quiet' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Write one down…' }))
  const field = await screen.findByRole('textbox', { name: 'The alert' })
  fireEvent.click(screen.getByRole('button', { name: 'Put it among the facts' }))
  screen.getByText('Say which alert, in a few words.')
  fireEvent.change(field, { target: { value: 'Pool over 90 %' } })
  fireEvent.click(screen.getByRole('button', { name: 'Put it among the facts' }))
  expect(readCards(room.contentDoc)).toMatchObject([
    { text: 'Pool over 90 % did not alert.', place: { kind: 'fact' }, by: idOf(maren) },
  ])
  expect(await screen.findByText('One stayed quiet')).not.toBeNull()
  act(() => void room.undo.undo())
  expect(readCards(room.contentDoc)).toEqual([])
})

test('whoever is invited by e-mail for a role shows as invited by itself, and as themselves once they have come', async () => {
  let state = 'open'
  const asked = givenServer(({ method, path }) => {
    if (path.endsWith('/invitations'))
      return { body: { invitationId: 'i1', link: 'https://c/i/1', mail: 'sent' } }
    if (path.endsWith('/invited')) {
      const personId = state === 'accepted' ? idOf(tomas) : null
      return { body: { invited: [{ invitationId: 'i1', state, personId }] } }
    }
    if (path === '/api/postmortems/p1') return { body: { summary, snapshot: givenRoom().snapshot.get() } }
    if (path === '/api/workspaces/w1')
      return { body: { ...workspace, workspace: { ...workspace.workspace, role: 'admin' } } }
    return { body: method === 'GET' ? { triages: [], known } : {} }
  })
  const room = show('roles')
  await screen.findByText('Team Payments') // the workspace is known
  fireEvent.click(rowOf('Product').getByRole('button', { name: /^Assign/ }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Invite by e-mail…' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: 'Invite' }))
  dialog.getByText('Say a name.')
  fireEvent.change(dialog.getByLabelText('Name'), { target: { value: 'Tomás V.' } })
  fireEvent.change(dialog.getByLabelText('E-mail'), { target: { value: 'tomas@example.org' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Invite' }))
  await dialog.findByText('Tomás V. is invited.')
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    email: 'tomas@example.org',
    role: 'member',
  })
  expect(readRoleHolders(room.contentDoc)).toMatchObject([
    { role: 'product', personId: null, name: 'Tomás V.', invitationId: 'i1' },
  ])
  fireEvent.click(dialog.getByRole('button', { name: 'Done' }))
  await rowOf('Product').findByText('invited')
  const list = within(screen.getByRole('list', { name: 'Named, and not here yet' }))
  const away = within(list.getByText('Tomás V.').closest('li') ?? document.body)
  away.getByText('Invited')
  expect(away.queryByRole('button')).toBeNull()

  state = 'accepted'
  cleanup()
  show('roles', maren, room)
  await rowOf('Product').findByText(tomas.name)
  expect(rowOf('Product').queryByText(/invited|not here/)).toBeNull()
})

test('whoever may not invite to the workspace is not offered it', async () => {
  show('roles')
  await screen.findByText('Team Payments')
  fireEvent.click(rowOf('Product').getByRole('button', { name: /^Assign/ }))
  await screen.findByRole('menuitem', { name: 'Someone else…' })
  expect(screen.queryByRole('menuitem', { name: 'Invite by e-mail…' })).toBeNull()
})
