import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Postmortems } from '../../client/features/postmortems/Postmortems.tsx'
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

test('a postmortem needs a title, and is then opened', async () => {
  const asked = givenServer(({ method }) =>
    method === 'GET'
      ? { body: { postmortems: [] } }
      : { body: { postmortemId: 'new', meetingId: 'new-meeting', repeatedlyWaived: [] } },
  )
  const whereAmI = showPage(<Postmortems workspaces={[workspaceOf('Payments')]} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Start a postmortem' }))
  const form = within(await screen.findByRole('dialog'))
  fireEvent.submit(form.getByRole('textbox', { name: 'Title' }))
  await form.findByText('Give it a title.')
  expect(form.getByRole('textbox', { name: 'Title' }).getAttribute('aria-invalid')).toBe('true')
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([])

  fireEvent.change(form.getByRole('textbox', { name: 'Title' }), { target: { value: 'Pool ran dry' } })
  fireEvent.click(form.getByRole('radio', { name: /SEV-1/ }))
  fireEvent.submit(form.getByRole('textbox', { name: 'Title' }))
  await waitFor(() => expect(whereAmI()).toBe('/p/new'))
  expect(asked).toContainEqual({
    method: 'POST',
    path: '/api/postmortems',
    body: { title: 'Pool ran dry', severity: 'SEV-1', workspaceId: 'payments', isRestricted: false },
  })
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

test('whoever starts one says in which workspace, where there is a choice, and whether only some may read it', async () => {
  const asked = givenServer(({ method }) =>
    method === 'GET'
      ? { body: { postmortems: [] } }
      : { body: { postmortemId: 'new', meetingId: 'm', repeatedlyWaived: [] } },
  )
  const whereAmI = showPage(<Postmortems workspaces={[workspaceOf('Data'), workspaceOf('Payments')]} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Start a postmortem' }))
  const form = within(await screen.findByRole('dialog'))
  fireEvent.change(form.getByLabelText('Title'), { target: { value: 'Badge data leaked' } })
  fireEvent.click(form.getByLabelText('Only some people may read this'))
  fireEvent.change(form.getByLabelText('Workspace'), { target: { value: 'payments' } })
  fireEvent.submit(form.getByLabelText('Title'))
  await waitFor(() => expect(whereAmI()).toBe('/p/new'))
  expect(asked).toContainEqual(
    expect.objectContaining({
      body: { title: 'Badge data leaked', severity: null, workspaceId: 'payments', isRestricted: true },
    }),
  )
})

test('a guest reads what is there and begins nothing', async () => {
  givenServer(() => ({ body: { postmortems: [listed('p1', 'Pool ran dry', 'scheduled')] } }))
  showPage(<Postmortems workspaces={[]} />)
  await screen.findByRole('row', { name: /Pool ran dry/ })
  expect(screen.queryByRole('button')).toBeNull()
  cleanup()
  givenServer(() => ({ body: { postmortems: [] } }))
  showPage(<Postmortems workspaces={[]} />)
  await screen.findByText('There is nothing for you to read yet.')
})
