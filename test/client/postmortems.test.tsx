import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Postmortems } from '../../client/features/postmortems/Postmortems.tsx'
import { viewerZone } from '../../client/room/viewerZone.ts'
import { nearTime } from '../../shared/time/nearDay.ts'
import { workspaceOf } from '../harness/givenAccount.ts'
import { givenServer, showPage } from '../harness/givenPage.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const listed = (postmortemId: string, title: string, status: string) => ({
  postmortemId,
  meetingId: `meeting-${postmortemId}`,
  title,
  severity: null,
  services: ['a', 'b', 'c', 'd'],
  incidentStartedAt: null,
  resolvedAt: null,
  format: null,
  waiver: null,
  stage: 'review',
  metAt: null,
  createdAt: 0,
  status,
  memberCount: 1,
  workspaceId: 'payments',
  isRestricted: false,
})

test('a live meeting stands first and apart, whatever its place in the list', async () => {
  const postmortems = [listed('p1', 'Pool ran dry', 'scheduled'), listed('p2', 'Login queue grew', 'live')]
  givenServer(() => ({ body: { postmortems } }))
  showPage(<Postmortems workspaces={[workspaceOf('Payments')]} />)
  const live = within(await screen.findByRole('region', { name: 'Live now' }))
  expect(live.getByRole('link', { name: 'Join Login queue grew' }).getAttribute('href')).toBe('/p/p2')
  expect(screen.queryByRole('row', { name: /Login queue grew/ })).toBeNull()
  const row = within(screen.getByRole('row', { name: /Pool ran dry/ }))
  expect(row.getByRole('link').getAttribute('href')).toBe('/p/p1')
  row.getByText('a, b, c and 1 more')
  row.getByText('not met yet')
})

test('a list that failed says so and is asked for again', async () => {
  let isUp = false
  givenServer(() =>
    isUp
      ? { body: { postmortems: [] } }
      : { status: 500, body: { reason: 'broken', sentence: 'The list could not be read from disk.' } },
  )
  showPage(<Postmortems workspaces={[workspaceOf('Payments')]} />)
  await screen.findByText('The list could not be read from disk.')
  isUp = true
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Nothing has gone wrong here yet.')
})

test('whoever may start a postmortem finds the way there, from an empty list too', async () => {
  givenServer(() => ({ body: { postmortems: [] } }))
  showPage(<Postmortems workspaces={[workspaceOf('Payments')]} />)
  const way = () => screen.findByRole('link', { name: 'Start a postmortem' })
  expect((await way()).getAttribute('href')).toBe('/new')
  cleanup()
  givenServer(() => ({ body: { postmortems: [listed('p1', 'Pool ran dry', 'scheduled')] } }))
  showPage(<Postmortems workspaces={[workspaceOf('Payments')]} />)
  expect((await way()).getAttribute('href')).toBe('/new')
})

test('each says where it stands in its window, the live one too', async () => {
  const hour = 3_600_000
  const resolved = (hours: number) => ({ resolvedAt: Date.now() - hours * hour - 60_000 })
  const postmortems = [
    { ...listed('p1', 'Pool ran dry', 'scheduled'), ...resolved(67) },
    { ...listed('p2', 'Login queue grew', 'live'), ...resolved(30) },
    { ...listed('p3', 'Search fell behind', 'ended'), ...resolved(90), metAt: Date.now() - 43 * hour },
    listed('p4', 'Refunds doubled', 'scheduled'),
  ]
  givenServer(() => ({ body: { postmortems } }))
  showPage(<Postmortems workspaces={[workspaceOf('Payments')]} />)
  const row = async (name: RegExp) => within(await screen.findByRole('row', { name }))
  ;(await row(/Pool ran dry/)).getByText('Not scheduled. The window closes in 4 h')
  ;(await row(/Search fell behind/)).getByText('met 47 h after it was resolved')
  ;(await row(/Refunds doubled/)).getByText('Not scheduled. When it was resolved is not known')
  within(screen.getByRole('region', { name: 'Live now' })).getByText('In the window. It closes in 41 h')
})

test('a planned start stands where the window would be told, and one that passed says so', async () => {
  const hour = 3_600_000
  const now = Date.now()
  const scheduled = (id: string, title: string, startsAt: number) => ({
    ...listed(id, title, 'scheduled'),
    resolvedAt: now - 30 * hour + 60_000,
    startsAt,
  })
  const postmortems = [
    scheduled('p1', 'Pool ran dry', now + 20 * hour + 60_000),
    scheduled('p2', 'Login queue grew', now + 60 * hour + 60_000),
    scheduled('p3', 'Search fell behind', now - hour),
    { ...scheduled('p4', 'Refunds doubled', now + hour), stage: 'deepDive' },
  ]
  givenServer(() => ({ body: { postmortems } }))
  showPage(<Postmortems workspaces={[workspaceOf('Payments')]} />)
  const row = async (name: RegExp) => (await screen.findByRole('row', { name })).textContent
  const start = (at: number) => nearTime(at, now, viewerZone())
  expect((await row(/Pool ran dry/))?.toLowerCase()).toContain(
    `${start(now + 20 * hour + 60_000)}, 50 h after it was resolved, in the window`.toLowerCase(),
  )
  expect(await row(/Login queue grew/)).toContain('90 h after it was resolved, when the window has closed')
  expect(await row(/Search fell behind/)).toContain(
    `Was planned for ${start(now - hour)}. In the window. It closes in 42 h`,
  )
  expect(await row(/Refunds doubled/)).not.toContain('after it was resolved')
})

test('what is not reviewed is marked, with its reason, and the third time for a service as well', async () => {
  const waived = (id: string, services: string[]) => ({
    ...listed(id, `Alert ${id}`, 'scheduled'),
    services,
    format: 'logEntry',
    waiver: { reason: `Known since ${id}.`, at: Date.now() - 1_000 },
  })
  const postmortems = [
    waived('one', ['search']),
    waived('two', ['search']),
    waived('three', ['search']),
    waived('four', ['login']),
  ]
  givenServer(() => ({ body: { postmortems } }))
  showPage(<Postmortems workspaces={[workspaceOf('Payments')]} />)
  const row = async (name: RegExp) => within(await screen.findByRole('row', { name }))
  const first = await row(/Alert one/)
  first.getByText('Log entry')
  first.getByText('Known since one.')
  first.getByText('search waived 3 times in 90 days')
  first.getByText('not reviewed')
  expect((await row(/Alert four/)).queryByText(/waived/)).toBeNull()
  screen.getByText('Four log entries. Nothing waits for a review.')
})

test('a restricted postmortem says so, and names its workspace only to someone in several', async () => {
  const secret = { ...listed('p1', 'Badge data leaked', 'scheduled'), isRestricted: true }
  givenServer(() => ({ body: { postmortems: [secret, listed('p2', 'Pool ran dry', 'live')] } }))
  showPage(<Postmortems workspaces={[workspaceOf('Payments')]} />)
  const row = await screen.findByRole('row', { name: /Badge data leaked/ })
  within(row).getByText('Restricted')
  expect(within(row).queryByText('Payments')).toBeNull()
  expect(within(screen.getByRole('region', { name: 'Live now' })).queryByText('Restricted')).toBeNull()
  cleanup()
  showPage(<Postmortems workspaces={[workspaceOf('Data'), workspaceOf('Payments')]} />)
  within(await screen.findByRole('row', { name: /Badge data leaked/ })).getByText('Payments')
})

test('a guest reads what is there and begins nothing', async () => {
  givenServer(() => ({ body: { postmortems: [listed('p1', 'Pool ran dry', 'scheduled')] } }))
  showPage(<Postmortems workspaces={[]} />)
  await screen.findByRole('row', { name: /Pool ran dry/ })
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.queryByRole('link', { name: 'Start a postmortem' })).toBeNull()
  cleanup()
  givenServer(() => ({ body: { postmortems: [] } }))
  showPage(<Postmortems workspaces={[]} />)
  await screen.findByText('There is nothing for you to read yet.')
})
