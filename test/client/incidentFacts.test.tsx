import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { IncidentFacts } from '../../client/features/triage/IncidentFacts.tsx'
import { describeIncident, readIncident } from '../../shared/content/incident.ts'
import { draftOfFacts } from '../../shared/content/postmortemDraft.ts'
import { type Circumstances, noCircumstances, noFacts } from '../../shared/triage/facts.ts'
import type { Triage } from '../../shared/wire/triage.ts'
import { showInRoom } from '../harness/givenAccess.tsx'
import { givenServer } from '../harness/givenPage.tsx'
import { type GivenPerson, givenRoom, maren, tomas, wei } from '../harness/givenRoom.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const began = Date.parse('2026-03-10T14:18:30Z')
const facts = {
  ...noFacts,
  severity: 'SEV-3' as const,
  services: ['checkout-api'],
  beganAt: began,
  resolvedAt: began + 47 * 60_000,
}
const logEntry: Triage = {
  facts,
  verdict: null,
  format: 'logEntry',
  minutes: 30,
  reason: 'It was a drill.',
  by: null,
  at: began,
}
const access = { people: [], teams: [], guestLinks: [], guests: [], sharedScreens: 0 }

function show({
  me = maren,
  circumstances = noCircumstances,
  triages = [] as Triage[],
  mayChange = true,
  answer = { status: 200, body: {} as object },
}: {
  me?: GivenPerson
  circumstances?: Circumstances
  triages?: Triage[]
  mayChange?: boolean
  answer?: { status: number; body: object }
} = {}) {
  const audience = { isRestricted: false, personIds: [], teamIds: [] }
  const asked = givenServer(({ method, path }) => {
    if (method === 'POST') return answer
    if (path.endsWith('/access')) return { body: { ...access, audience, mayChange } }
    return { body: { triages, known: { number: 4, circumstances } } }
  })
  const room = givenRoom({ draft: draftOfFacts('Checkout slowed', facts, 'UTC'), me })
  showInRoom(room, <IncidentFacts />)
  return { room, sent: () => asked.find(({ method }) => method === 'POST')?.body }
}

const open = () =>
  fireEvent.click(screen.getByRole('button', { name: 'Change what is known of the incident' }))
const openCircumstances = async () =>
  fireEvent.click(await screen.findByRole('button', { name: 'Change what it was like' }))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
const save = (name = 'Save') => fireEvent.click(screen.getByRole('button', { name }))

test('what is known is told, and another severity shows at once what is suggested now', async () => {
  const { room } = show({ triages: [logEntry] })
  expect(screen.getByText('47 min · times in UTC')).not.toBeNull()
  expect(screen.getByText('checkout-api')).not.toBeNull()
  expect(await screen.findByText('Suggested: write it together, without a meeting.')).not.toBeNull()
  act(() => describeIncident(room.contentDoc, { severity: 'SEV-1' }, room.origin))
  expect(screen.getByText('Suggested: meet live, for an hour and a half.')).not.toBeNull()
  expect(screen.getByText(/^Decided: Log entry, because: It was a drill\./)).not.toBeNull()
})

test('title, severity, services and times are edits like any other: undone as one, and nothing else written over', () => {
  const { room } = show()
  open()
  type('Title', ' Checkout stood still ')
  fireEvent.click(screen.getByRole('radio', { name: /SEV-1/ }))
  type('Affected services', 'orders-db,')
  fireEvent.click(screen.getByRole('button', { name: 'Remove checkout-api' }))
  type('Noticed', '14:26')
  type('Resolved', '')
  act(() =>
    describeIncident(
      room.contentDoc,
      { services: ['checkout-api', 'search'] },
      { by: 'person', personId: 'noor' },
    ),
  )
  save()
  const noticed = { at: Date.parse('2026-03-10T14:26:00Z'), precision: 'minute' }
  expect(readIncident(room.contentDoc)).toMatchObject({
    title: 'Checkout stood still',
    severity: 'SEV-1',
    services: ['search', 'orders-db'],
    times: { started: { at: began }, detected: noticed, resolved: null },
  })
  room.undo.undo()
  expect(readIncident(room.contentDoc)).toMatchObject({
    title: 'Checkout slowed',
    severity: 'SEV-3',
    times: { detected: null, resolved: { at: facts.resolvedAt } },
  })
})

test.each([
  ['Title', ' ', 'Give it a title.'],
  ['Resolved', '2026-03-10 14:00', 'Resolved is before it began.'],
  ['Declared', '14:10', 'Declared is before it began.'],
  ['Began', '15:30', 'Resolved is before it began.'],
  ['Noticed', 'soon', 'Write the time like 14:31, or with its day: 2026-03-10 14:31.'],
  [
    'Mitigated',
    '2026-04-01 10:00',
    'That is still to come. If it was another day, write the day too: 2026-03-10 14:31.',
  ],
])('%s “%s” is not taken: %s', (label, value, sentence) => {
  const { room } = show()
  const before = readIncident(room.contentDoc)
  open()
  type(label, value)
  save()
  expect(screen.getByText(sentence)).not.toBeNull()
  expect(readIncident(room.contentDoc)).toEqual(before)
})

test('what it was like goes to the server with what was read, and says before that it restricts', async () => {
  const circumstances = { ...noCircumstances, teams: 2 }
  const known = { number: 5, circumstances }
  const { sent } = show({ circumstances, answer: { status: 200, body: { known, isRestricted: true } } })
  await openCircumstances()
  fireEvent.click(screen.getByLabelText('It surprised people who know the system'))
  expect(screen.queryByText('It is restricted at once.')).toBeNull()
  fireEvent.click(await screen.findByLabelText('Personal data'))
  await screen.findByText('It is restricted at once.')
  save('Save and restrict it')
  await waitFor(() =>
    expect(sent()).toEqual({
      fromNumber: 4,
      circumstances: { ...circumstances, signals: ['surprise'], sensitivities: ['privacy'] },
    }),
  )
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('what the server does not take stands in the dialog still, with its sentence', async () => {
  const body = { reason: 'circumstancesMovedOn', sentence: 'Somebody else has just said something else.' }
  show({ answer: { status: 409, body } })
  await openCircumstances()
  type('Teams responding', 'many')
  save()
  expect(screen.getByText('Write a number, like 3.')).not.toBeNull()
  type('Teams responding', '3')
  save()
  await screen.findByText('Somebody else has just said something else.')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Teams responding' }).value).toBe('3')
})

test('who does not say who reads it is not asked for a side that is not for everyone', async () => {
  show({ me: tomas, mayChange: false })
  await openCircumstances()
  const dialog = within(screen.getByRole('dialog'))
  expect(await dialog.findByText(/says whether a side of it is not for everyone/)).not.toBeNull()
  expect(dialog.queryByLabelText('Security')).toBeNull()
})

test('whoever only watches changes nothing', async () => {
  show({ me: wei })
  await screen.findByText(/^Nobody has decided yet/)
  expect(screen.queryByRole('button')).toBeNull()
})
