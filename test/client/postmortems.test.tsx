import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { filtersIn, readLibrarySearch, searchOf } from '../../client/features/postmortems/librarySearch.ts'
import { Postmortems } from '../../client/features/postmortems/Postmortems.tsx'
import { viewerZone } from '../../client/room/viewerZone.ts'
import { nearTime } from '../../shared/time/nearDay.ts'
import { type LibraryFilters, noFilters } from '../../shared/wire/library.ts'
import type { Membership } from '../../shared/wire/people.ts'
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

const noFacets = { kinds: [], severities: [], services: [] }
const answerOf = (postmortems: object[]) => ({
  postmortems,
  total: postmortems.length,
  next: null,
  facets: noFacets,
})
const givenList = (postmortems: object[]) => givenServer(() => ({ body: answerOf(postmortems) }))

/** The page, and what its address would hold. */
function Listed({ workspaces, first = noFilters }: { workspaces: Membership[]; first?: LibraryFilters }) {
  const [filters, setFilters] = useState(first)
  return <Postmortems workspaces={workspaces} filters={filters} onFilter={setFilters} />
}

test('a live meeting stands first and apart, whatever its place in the list', async () => {
  const postmortems = [listed('p1', 'Pool ran dry', 'scheduled'), listed('p2', 'Login queue grew', 'live')]
  givenList(postmortems)
  showPage(<Listed workspaces={[workspaceOf('Payments')]} />)
  const live = within(await screen.findByRole('region', { name: 'Live now' }))
  expect(live.getByRole('link', { name: 'Join Login queue grew' }).getAttribute('href')).toBe('/p/p2')
  within(screen.getByRole('row', { name: /Login queue grew/ })).getByText('live now')
  const row = within(screen.getByRole('row', { name: /Pool ran dry/ }))
  expect(row.getByRole('link').getAttribute('href')).toBe('/p/p1')
  row.getByText('a, b, c and 1 more')
  row.getByText('not met yet')
})

test('a list that failed says so and is asked for again', async () => {
  let isUp = false
  givenServer(() =>
    isUp
      ? { body: answerOf([]) }
      : { status: 500, body: { reason: 'broken', sentence: 'The list could not be read from disk.' } },
  )
  showPage(<Listed workspaces={[workspaceOf('Payments')]} />)
  await screen.findByText('The list could not be read from disk.')
  isUp = true
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Nothing has gone wrong here yet.')
})

test('whoever may start a postmortem finds the way there, from an empty list too', async () => {
  givenList([])
  showPage(<Listed workspaces={[workspaceOf('Payments')]} />)
  const way = () => screen.findByRole('link', { name: 'Start a postmortem' })
  expect((await way()).getAttribute('href')).toBe('/new')
  cleanup()
  givenList([listed('p1', 'Pool ran dry', 'scheduled')])
  showPage(<Listed workspaces={[workspaceOf('Payments')]} />)
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
  givenList(postmortems)
  showPage(<Listed workspaces={[workspaceOf('Payments')]} />)
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
  givenList(postmortems)
  showPage(<Listed workspaces={[workspaceOf('Payments')]} />)
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
  givenList(postmortems)
  showPage(<Listed workspaces={[workspaceOf('Payments')]} />)
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
  givenList([secret, listed('p2', 'Pool ran dry', 'live')])
  showPage(<Listed workspaces={[workspaceOf('Payments')]} />)
  const row = await screen.findByRole('row', { name: /Badge data leaked/ })
  within(row).getByText('Restricted')
  expect(within(row).queryByText('Payments')).toBeNull()
  expect(within(screen.getByRole('region', { name: 'Live now' })).queryByText('Restricted')).toBeNull()
  cleanup()
  showPage(<Listed workspaces={[workspaceOf('Data'), workspaceOf('Payments')]} />)
  within(await screen.findByRole('row', { name: /Badge data leaked/ })).getByText('Payments')
})

test('a guest reads what is there and begins nothing', async () => {
  givenList([listed('p1', 'Pool ran dry', 'scheduled')])
  showPage(<Listed workspaces={[]} />)
  await screen.findByRole('row', { name: /Pool ran dry/ })
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.queryByRole('link', { name: 'Start a postmortem' })).toBeNull()
  cleanup()
  givenList([])
  showPage(<Listed workspaces={[]} />)
  await screen.findByText('There is nothing for you to read yet.')
})

test('words are looked for on the server once typing pauses, and marked where they are found', async () => {
  const asked = givenList([listed('p1', 'The pool ran dry', 'scheduled'), listed('p2', 'Login', 'ended')])
  showPage(<Listed workspaces={[workspaceOf('Payments')]} />)
  const field = await screen.findByRole('searchbox', { name: 'Search postmortems' })
  fireEvent.change(field, { target: { value: 'po' } })
  fireEvent.change(field, { target: { value: 'pool ' } })
  await screen.findByText('2 match “pool”')
  const searched = asked.filter(({ path }) => path === '/api/library').map(({ body }) => body)
  expect(searched).toContainEqual({ ...noFilters, words: 'pool', skip: 0 })
  expect(searched).not.toContainEqual({ ...noFilters, words: 'po', skip: 0 })
  const title = within(screen.getByRole('link', { name: 'The pool ran dry' }))
  expect(title.getByText('pool').tagName).toBe('MARK')
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('pool ')
})

const filtersOf = (body: unknown) => body as LibraryFilters & { skip: number } // what this very page sends
const facets = {
  kinds: [{ value: 'logEntry', count: 3 }],
  severities: [],
  services: [{ value: 'search', count: 2 }],
}

test('a facet narrows the list and is taken back; what matches nothing says what to leave out', async () => {
  const asked = givenServer(({ path, body }) => {
    if (path !== '/api/library') return { body: { postmortems: [listed('p1', 'Pool', 'scheduled')] } }
    const isNarrow = filtersOf(body).services.length > 0
    const found = isNarrow ? [] : [listed('p1', 'Pool', 'scheduled')]
    return { body: { ...answerOf(found), facets } }
  })
  const first = { ...noFilters, words: 'pool', kinds: ['logEntry' as const] }
  showPage(<Listed workspaces={[workspaceOf('Payments')]} first={first} />)
  fireEvent.click(await screen.findByRole('checkbox', { name: /^search ?, 2$/ }))
  await screen.findByText('Nothing matches “pool” in Log entry, search.')
  expect(filtersOf(asked.at(-1)?.body)).toEqual({ ...first, services: ['search'], skip: 0 })
  fireEvent.click(screen.getByRole('button', { name: 'Search without Log entry' }))
  await screen.findByText('Nothing matches “pool” in search.')
  fireEvent.click(screen.getByRole('button', { name: /^Take away ?search/ }))
  await screen.findByRole('row', { name: /Pool/ })
})

test('more are shown when asked for, and a search that failed leaves the list and is tried again', async () => {
  let isUp = true
  givenServer(({ path, body }) => {
    if (path !== '/api/library') return { body: { postmortems: [listed('p1', 'First', 'scheduled')] } }
    if (!isUp) return { status: 503, body: { reason: 'notStorable', sentence: 'Not right now.' } }
    const { skip } = filtersOf(body)
    const page = skip === 0 ? listed('p1', 'First', 'scheduled') : listed('p2', 'Second', 'scheduled')
    return { body: { ...answerOf([page]), total: 2, next: skip === 0 ? 30 : null } }
  })
  showPage(<Listed workspaces={[workspaceOf('Payments')]} />)
  const more = await screen.findByRole('button', { name: 'Show more' })
  isUp = false
  fireEvent.click(more)
  await screen.findByText('Not right now.')
  screen.getByRole('row', { name: /First/ })
  isUp = true
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('row', { name: /Second/ })
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('the address holds what is set and nothing else, and nobody’s address breaks the page', () => {
  const filters: LibraryFilters = { ...noFilters, words: 'pool', services: ['orders-db'] }
  expect(searchOf(filters)).toEqual({ words: 'pool', services: ['orders-db'] })
  expect(
    filtersIn(readLibrarySearch({ words: 7, kinds: ['gossip'], services: 'pool', severities: ['SEV-1'] })),
  ).toEqual({ ...noFilters, severities: ['SEV-1'] })
})

test('what is to be prepared next stands above, by its planned start or else by when its window closes', async () => {
  const hour = 3_600_000
  const now = Date.now()
  const resolved = (hours: number) => ({ resolvedAt: now - hours * hour })
  givenList([
    { ...listed('p1', 'Closed long ago', 'scheduled'), ...resolved(400) },
    { ...listed('p2', 'Closes soon', 'scheduled'), ...resolved(60) },
    { ...listed('p3', 'Planned', 'scheduled'), ...resolved(50), startsAt: now + 2 * hour },
    { ...listed('p4', 'Not resolved', 'scheduled') },
    { ...listed('p5', 'Held', 'ended'), ...resolved(50) },
  ])
  showPage(<Listed workspaces={[workspaceOf('Payments')]} />)
  const upcoming = within(await screen.findByRole('region', { name: 'Upcoming reviews 4' }))
  expect(
    upcoming.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent?.trim()),
  ).toEqual(['Planned', 'Closes soon', 'Not resolved'])
  expect(upcoming.getByRole('link', { name: 'Prepare Planned' }).getAttribute('href')).toBe('/p/p3/prepare')
})
