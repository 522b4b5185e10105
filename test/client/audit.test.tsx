import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { AuditLog } from '../../client/features/audit-log/AuditLog.tsx'
import { givenServer, showPage } from '../harness/givenPage.tsx'
import { asWorkspace } from '../shared/ids.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const entry = (number: number, said: object = {}) => ({
  number,
  at: Date.UTC(2026, 10, 25, 12, number),
  by: { personId: 'fay', name: 'Fay' },
  action: 'signedIn',
  subject: '',
  postmortemId: null,
  ...said,
})
const show = () => showPage(<AuditLog workspaceId={asWorkspace('payments')} name="Payments" />)
const rows = () => screen.getAllByRole('row').slice(1)

test('each entry says who did what to whom, by the name of that time', async () => {
  const entries = [
    entry(3, { action: 'personRemoved', subject: 'Max' }),
    entry(2, { action: 'postmortemStarted', subject: 'Pool ran dry', postmortemId: 'p1' }),
    entry(1, { by: null, action: 'postmortemStarted' }),
  ]
  givenServer(() => ({ body: { entries, next: null } }))
  show()
  await screen.findByRole('table')
  const cells = rows().map((row) =>
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  )
  expect(cells.map((row) => row.slice(0, 2))).toEqual([
    ['removed someone', 'Max'],
    ['started a postmortem', 'Pool ran dry'],
    ['started a postmortem', ''],
  ])
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
    'Fay',
    'Fay',
    'Candor itself',
  ])
  expect(screen.getByRole('link', { name: 'Pool ran dry' }).getAttribute('href')).toBe('/p/p1')
  screen.getByText('This is where the log begins.')
  expect(screen.queryByRole('button', { name: 'Earlier' })).toBeNull()
})

test('“Earlier” asks on where the page before ended, and what is shown stays', async () => {
  const asked = givenServer(({ path }) => ({
    body: path.endsWith('/7')
      ? { entries: [entry(6)], next: null }
      : { entries: [entry(8), entry(7)], next: '7' },
  }))
  show()
  await screen.findByRole('table')
  expect(rows()).toHaveLength(2)
  fireEvent.click(screen.getByRole('button', { name: 'Earlier' }))
  await waitFor(() => expect(rows()).toHaveLength(3))
  expect(asked.map(({ path }) => path)).toEqual([
    '/api/workspaces/payments/audit/999999999999999',
    '/api/workspaces/payments/audit/7',
  ])
})

test('a page that could not be read says so below the ones that were, and is asked for again', async () => {
  let isUp = false
  givenServer(({ path }) => {
    if (!path.endsWith('/7')) return { body: { entries: [entry(7)], next: '7' } }
    return isUp
      ? { body: { entries: [entry(6)], next: null } }
      : { status: 503, body: { reason: 'notStorable', sentence: 'Not now.' } }
  })
  show()
  fireEvent.click(await screen.findByRole('button', { name: 'Earlier' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/The rest could not be read.*Not now/)
  expect(rows()).toHaveLength(1)
  isUp = true
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(rows()).toHaveLength(2))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('an empty log says so, and one that cannot be read is not called empty', async () => {
  givenServer(() => ({ body: { entries: [], next: null } }))
  show()
  await screen.findByText('Nothing has been written down yet.')
  cleanup()
  givenServer(() => ({ status: 403, body: { reason: 'notAllowed', sentence: 'This is for owners.' } }))
  show()
  await screen.findByText('This is for owners.')
  expect(screen.queryByText('Nothing has been written down yet.')).toBeNull()
})
