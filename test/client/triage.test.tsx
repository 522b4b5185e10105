import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AccountContext } from '../../client/app/me.ts'
import { NewPage } from '../../client/app/NewPage.tsx'
import { SignOutProvider } from '../../client/app/SignOutProvider.tsx'
import { keptPrefixOf } from '../../client/device/keptValue.ts'
import { LogEntryNotice } from '../../client/features/triage/LogEntryNotice.tsx'
import { Meetings } from '../../client/features/triage/Meetings.tsx'
import { PlanNext } from '../../client/features/triage/PlanNext.tsx'
import * as liveRegions from '../../client/ui/liveRegions.ts'
import { noCircumstances, noFacts } from '../../shared/triage/facts.ts'
import type { Membership } from '../../shared/wire/people.ts'
import { showInRoom } from '../harness/givenAccess.tsx'
import { accountOf, workspaceOf } from '../harness/givenAccount.ts'
import { type Asked, givenServer, showPage } from '../harness/givenPage.tsx'
import { givenRoom, InRoom, maren, wei } from '../harness/givenRoom.tsx'
import { asPerson } from '../shared/ids.ts'

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const known = { number: 0, circumstances: noCircumstances }
const made = { postmortemId: 'new', meetingId: 'new-meeting', repeatedlyWaived: [] as string[] }

function open({ listed = [] as unknown[], workspaces = [workspaceOf('Payments')], answer = made } = {}) {
  const asked = givenServer(({ method }) => ({
    body: method === 'GET' ? { postmortems: listed } : answer,
  }))
  const whereAmI = showPage(page('Fay', workspaces), { at: '/new' })
  return { asked, whereAmI }
}

function page(name: string, workspaces: Membership[]) {
  const person = { personId: asPerson(name.toLowerCase()), name }
  return (
    <AccountContext value={{ ...accountOf(name, { workspaces }), person }}>
      <SignOutProvider me={person}>
        <NewPage />
      </SignOutProvider>
    </AccountContext>
  )
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const leave = (label: string) => fireEvent.blur(screen.getByLabelText(label))
const tick = (label: string | RegExp) => fireEvent.click(screen.getByLabelText(label))
const start = () =>
  fireEvent.click(screen.getByRole('button', { name: /^(Start a postmortem|Keep a log entry)$/ }))
const suggests = (words: string) => screen.findByRole('heading', { name: words })
const sent = (asked: Asked[]) => asked.find(({ method }) => method === 'POST')?.body
const isReady = () => screen.findByLabelText('Title')

test('with nothing known there is no suggestion, and a title alone starts it', async () => {
  const { asked, whereAmI } = open()
  await isReady()
  await suggests('Tell us a little and we will suggest a format.')
  start()
  await screen.findByText('Give it a title.')
  expect(screen.getByLabelText('Title').getAttribute('aria-invalid')).toBe('true')
  expect(sent(asked)).toBeUndefined()
  type('Title', 'Pool ran dry')
  start()
  await waitFor(() => expect(whereAmI()).toBe('/p/new/prepare'))
  expect(sent(asked)).toMatchObject({
    title: 'Pool ran dry',
    severity: null,
    workspaceId: 'payments',
    isRestricted: false,
    triage: { format: 'full', minutes: 60, reason: '' },
  })
})

test('the suggestion follows the facts 400 ms after the last of them, and is said once', async () => {
  const said = vi.spyOn(liveRegions, 'announce')
  open()
  await isReady()
  vi.useFakeTimers()
  try {
    tick(/SEV-2/)
    act(() => vi.advanceTimersByTime(399))
    tick('It surprised people who know the system')
    act(() => vi.advanceTimersByTime(399))
    screen.getByRole('heading', { name: 'Tell us a little and we will suggest a format.' })
    expect(said).not.toHaveBeenCalled()
    act(() => vi.advanceTimersByTime(1))
    screen.getByRole('heading', { name: 'Meet live, for an hour.' })
    expect(said.mock.calls).toEqual([['We suggest: meet live, for an hour.']])
    tick('Customers')
    act(() => vi.advanceTimersByTime(400))
    expect(said).toHaveBeenCalledTimes(1) // one more reason, and the same suggestion
  } finally {
    vi.useRealTimers()
  }
  screen.getByText('SEV-2 alone would point to a short review.')
  screen.getByText('Customers were affected.')
})

test('what cannot be is said beside its field, in words', async () => {
  const { asked } = open()
  await isReady()
  type('Title', 'Pool ran dry')
  type('Began', '2026-03-10 14:18')
  leave('Began')
  type('Resolved', '2026-03-10 14:05')
  leave('Resolved')
  const field = screen.getByLabelText('Resolved')
  const error = await screen.findByText('Resolved is before it began.')
  expect(field.getAttribute('aria-describedby')).toContain(error.id)
  start()
  expect(document.activeElement).toBe(field)
  expect(sent(asked)).toBeUndefined()
  type('Resolved', '2026-03-10 15:05')
  type('Noticed', '2026-03-10 14:26')
  await screen.findByText('47 min, noticed after 8 min.', { exact: false })
  type('Resolved', '2999-01-01 10:00')
  await screen.findByText(/still to come/)
})

test('another format than suggested takes a reason, which is sent along', async () => {
  const { asked, whereAmI } = open()
  await isReady()
  type('Title', 'Pool ran dry')
  tick(/SEV-1/)
  await suggests('Meet live, for an hour and a half.')
  expect(screen.queryByLabelText('Why')).toBeNull()
  tick(/Short review/)
  start()
  await screen.findByText('Say in a sentence why.')
  expect(document.activeElement).toBe(screen.getByLabelText('Why'))
  expect(sent(asked)).toBeUndefined()
  type('Why', 'The same people met yesterday.')
  start()
  await waitFor(() => expect(whereAmI()).toBe('/p/new/prepare'))
  expect(sent(asked)).toMatchObject({
    severity: 'SEV-1',
    triage: { format: 'short', minutes: 30, reason: 'The same people met yesterday.' },
  })
})

test('the length can be chosen, and the agenda shows where the time goes', async () => {
  const { asked } = open()
  await isReady()
  type('Title', 'Pool ran dry')
  tick(/SEV-1/)
  await suggests('Meet live, for an hour and a half.')
  screen.getByRole('img', { name: /Walk the timeline 30/ })
  tick('120 min')
  screen.getByRole('img', { name: /Walk the timeline 40/ })
  start()
  await waitFor(() => expect(sent(asked)).toMatchObject({ triage: { format: 'full', minutes: 120 } }))
})

test('a sensitive side ticks and locks who may read, from the first save', async () => {
  const { asked } = open()
  await isReady()
  const restricted = screen.getByLabelText<HTMLInputElement>('Only some people may read this')
  expect([restricted.checked, restricted.disabled]).toEqual([false, false])
  tick('Legal')
  expect([restricted.checked, restricted.disabled]).toEqual([true, true])
  type('Title', 'Badge data leaked')
  start()
  await waitFor(() => expect(sent(asked)).toMatchObject({ isRestricted: true }))
  expect(sent(asked)).toMatchObject({ triage: { facts: { sensitivities: ['legal'] } } })
})

test('services are taken in one by one, and taken out again', async () => {
  const { asked } = open()
  await isReady()
  type('Title', 'Pool ran dry')
  const input = screen.getByLabelText('Affected services')
  type('Affected services', 'checkout-api,')
  type('Affected services', 'orders-db')
  fireEvent.keyDown(input, { key: 'Enter' })
  type('Affected services', 'search')
  leave('Affected services')
  const named = within(screen.getByRole('list', { name: 'Services that are named' }))
  fireEvent.click(named.getByRole('button', { name: 'Remove orders-db' }))
  expect(named.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'checkout-api',
    'search',
  ])
  start()
  await waitFor(() =>
    expect(sent(asked)).toMatchObject({ triage: { facts: { services: ['checkout-api', 'search'] } } }),
  )
})

test('a log entry is kept without a meeting; the third for a service says so before and after', async () => {
  const waived = (postmortemId: string) => ({
    postmortemId,
    meetingId: `m-${postmortemId}`,
    title: 'Alert',
    severity: null,
    services: ['search'],
    incidentStartedAt: null,
    resolvedAt: null,
    format: 'logEntry',
    waiver: { reason: 'Known.', at: Date.now() - 1_000 },
    createdAt: 0,
    status: 'scheduled',
    stage: 'review',
    metAt: null,
    memberCount: 1,
    workspaceId: 'payments',
    isRestricted: false,
  })
  const { asked, whereAmI } = open({
    listed: [waived('one'), waived('two')],
    answer: { ...made, repeatedlyWaived: ['search'] },
  })
  await isReady()
  type('Title', 'Alert again')
  tick('The issue is known, and a fix is under way')
  await suggests('Keep a log entry.')
  expect(screen.queryByText(/third waiver/)).toBeNull()
  type('Affected services', 'Search,')
  await screen.findByText('This is at least the third waiver for Search in 90 days.')
  fireEvent.click(screen.getByRole('button', { name: 'Keep a log entry' }))
  await waitFor(() => expect(whereAmI()).toBe('/'))
  expect(sent(asked)).toMatchObject({ triage: { format: 'logEntry', reason: '' } })
})

test('what is written survives a reload, for the same person on this device only, until it is started', async () => {
  open()
  await isReady()
  type('Title', 'Pool ran dry')
  tick('Customers')
  await screen.findByText('Draft kept on this device')
  cleanup()
  open()
  expect((await screen.findByLabelText<HTMLInputElement>('Title')).value).toBe('Pool ran dry')
  expect(screen.getByLabelText<HTMLInputElement>('Customers').checked).toBe(true)
  cleanup()
  givenServer(() => ({ body: { postmortems: [] } }))
  showPage(page('Noor', [workspaceOf('Payments')]), { at: '/new' })
  expect((await screen.findByLabelText<HTMLInputElement>('Title')).value).toBe('')
  cleanup()
  const { whereAmI } = open()
  await isReady()
  start()
  await waitFor(() => expect(whereAmI()).toBe('/p/new/prepare'))
  expect(localStorage.getItem(`${keptPrefixOf('fay')}start`)).toBeNull()
})

test('where it was not started it says why, and keeps what was written', async () => {
  givenServer(({ method }) =>
    method === 'GET'
      ? { body: { postmortems: [] } }
      : { status: 503, body: { reason: 'notStorable', sentence: 'The server cannot use its storage.' } },
  )
  showPage(page('Fay', [workspaceOf('Payments')]), { at: '/new' })
  await isReady()
  type('Title', 'Pool ran dry')
  start()
  await screen.findByText(/The server cannot use its storage/)
  expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe('Pool ran dry')
})

test('whoever belongs to several workspaces says in which one', async () => {
  const { asked } = open({ workspaces: [workspaceOf('Data'), workspaceOf('Payments')] })
  await isReady()
  type('Title', 'Pool ran dry')
  fireEvent.change(screen.getByLabelText('Workspace'), { target: { value: 'payments' } })
  start()
  await waitFor(() => expect(sent(asked)).toMatchObject({ workspaceId: 'payments' }))
})

test('a guest starts none', async () => {
  open({ workspaces: [] })
  await screen.findByText('There is nothing at this address.')
  expect(screen.queryByLabelText('Title')).toBeNull()
})

const logEntry = {
  facts: { ...noFacts, severity: 'SEV-3', lowerings: ['knownIssue'] },
  verdict: null,
  format: 'logEntry',
  minutes: 30,
  reason: 'Known since January.',
  by: null,
  at: 0,
}

test('a log entry says so where it is open, and is reviewed after all for a reason', async () => {
  let triages = [logEntry]
  const asked = givenServer(({ method }) => {
    if (method === 'GET') return { body: { triages, known } }
    triages = [{ ...logEntry, format: 'full' }, logEntry]
    return { body: { repeatedlyWaived: [] } }
  })
  showInRoom(givenRoom(), <LogEntryNotice />)
  await screen.findByText('Known since January.')
  fireEvent.click(screen.getByRole('button', { name: 'Review it after all' }))
  const dialog = within(await screen.findByRole('dialog'))
  const review = () => fireEvent.submit(dialog.getByLabelText('Why'))
  review()
  await dialog.findByText('Say in a sentence why.')
  expect(sent(asked)).toBeUndefined()
  fireEvent.change(dialog.getByLabelText('Why'), { target: { value: 'It came back.' } })
  review()
  await waitFor(() => expect(screen.queryByText('Known since January.')).toBeNull())
  expect(sent(asked)).toEqual({ format: 'full', minutes: 60, reason: 'It came back.' })
})

test('whoever only watches a log entry does not decide about it, and a review says nothing of it', async () => {
  givenServer(() => ({ body: { triages: [logEntry], known } }))
  showInRoom(givenRoom({ me: wei }), <LogEntryNotice />)
  await screen.findByText('Known since January.')
  expect(screen.queryByRole('button')).toBeNull()
  cleanup()
  const asked = givenServer(() => ({ body: { triages: [{ ...logEntry, format: 'short' }], known } }))
  showInRoom(givenRoom(), <LogEntryNotice />)
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(screen.queryByText('Known since January.')).toBeNull()
})

test('a major incident begins with a first review, unless somebody decides otherwise', async () => {
  const { asked } = open()
  await isReady()
  type('Title', 'Pool ran dry')
  tick(/SEV-2/)
  await suggests('Meet briefly, for half an hour.')
  expect(screen.queryByLabelText(/first review of 25 minutes/)).toBeNull()
  tick(/SEV-1/)
  expect((await screen.findByLabelText<HTMLInputElement>(/first review of 25 minutes/)).checked).toBe(true)
  start()
  await waitFor(() => expect(sent(asked)).toMatchObject({ triage: { beginsWithInitial: true, minutes: 90 } }))
})

test('once a meeting has ended its facilitator plans a deep dive, and nobody else is offered it', async () => {
  const asked = givenServer(() => ({ body: { meetingId: 'm2' } }))
  const room = givenRoom()
  showInRoom(room, <PlanNext />)
  expect(screen.queryByRole('button')).toBeNull()
  await act(async () => {
    await room.send({ type: 'startMeeting' })
    await room.send({ type: 'endMeeting' })
  })
  fireEvent.click(screen.getByRole('button', { name: 'Plan a deep dive' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: 'Plan a deep dive' }))
  await waitFor(() => expect(sent(asked)).toEqual({ stage: 'deepDive' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  cleanup()
  const watching = givenRoom({ me: wei })
  await act(async () => {
    await watching.sendAs(maren, { type: 'startMeeting' })
    await watching.sendAs(maren, { type: 'endMeeting' })
  })
  showInRoom(watching, <PlanNext />)
  expect(screen.queryByRole('button')).toBeNull()
})

test('the meetings over one document are listed in order, and the next one is planned from there', async () => {
  const room = givenRoom()
  const { meeting } = room.snapshot.get()
  const startedAt = Date.parse('2026-03-11T09:00:00Z')
  const first = {
    ...meeting,
    meetingId: 'm0',
    stage: 'initial',
    status: 'ended',
    startedAt,
    endedAt: startedAt + 25 * 60_000,
    members: meeting.members.slice(0, 1),
  }
  let isUp = false
  givenServer(() =>
    isUp
      ? { body: { meetings: [{ ...meeting, meetingId: 'm1' }, first] } }
      : { status: 503, body: { reason: 'notStorable', sentence: 'Not right now.' } },
  )
  showPage(
    <InRoom room={room}>
      <Meetings />
    </InRoom>,
  )
  await screen.findByText('Not right now.')
  isUp = true
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('link', { name: 'First review' })
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(rows[0]).toMatch(/^First reviewEnded11 March 2026, .+ to .+1 person$/)
  expect(rows[1]).toMatch(/^Full reviewTo comeNo time is chosen yet8 agenda items, 60 min · 4 people$/)
  await act(async () => {
    await room.send({ type: 'startMeeting' })
  })
  screen.getByText('Live now')
  expect(screen.queryByRole('button', { name: 'Plan a deep dive' })).toBeNull()
  await act(async () => {
    await room.send({ type: 'endMeeting' })
  })
  screen.getByRole('button', { name: 'Plan a deep dive' })
})

test('a single review that is still to come is no list', () => {
  givenServer(() => ({ body: { meetings: [] } }))
  showInRoom(givenRoom(), <Meetings />)
  expect(screen.queryByRole('heading')).toBeNull()
})
