import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Postmortems } from '../../client/features/postmortems/Postmortems.tsx'
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
  createdAt: 0,
  status,
  memberCount: 1,
})

test('a live meeting stands first and apart, whatever its place in the list', async () => {
  const postmortems = [listed('p1', 'Pool ran dry', 'scheduled'), listed('p2', 'Login queue grew', 'live')]
  givenServer(() => ({ body: { postmortems } }))
  showPage(<Postmortems />)
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
  showPage(<Postmortems />)
  await screen.findByText('The list could not be read from disk.')
  isUp = true
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Nothing has gone wrong here yet.')
})

test('a postmortem needs a title, and is then opened', async () => {
  const asked = givenServer(({ method }) =>
    method === 'GET'
      ? { body: { postmortems: [] } }
      : { body: { postmortemId: 'new', meetingId: 'new-meeting' } },
  )
  const whereAmI = showPage(<Postmortems />)
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
    body: { title: 'Pool ran dry', severity: 'SEV-1' },
  })
})
