import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { Schedule } from '../../client/features/schedule/Schedule.tsx'
import { typedStart } from '../../client/features/schedule/typedStart.ts'
import { viewerZone } from '../../client/room/viewerZone.ts'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import { calendarDay } from '../../shared/time/calendarDay.ts'
import { clockTime } from '../../shared/time/clockTime.ts'
import { nearTime } from '../../shared/time/nearDay.ts'
import { givenRoom, type HandmadeRoom, InRoom, maren, noor, tomas, wei } from '../harness/givenRoom.tsx'

afterEach(cleanup)

const HOUR = 3_600_000
const NOW = Date.parse('2026-03-12T14:00:00Z')
const zone = viewerZone()
const empty = emptyDraft('Checkout slowed', 'SEV-2')
const resolved = { at: NOW - 20 * HOUR, precision: 'minute' as const }
const draft = { ...empty, incident: { ...empty.incident, times: { ...empty.incident.times, resolved } } }

function show(me = maren): HandmadeRoom {
  const room = givenRoom({ draft, people: [maren, tomas, noor, wei], me })
  room.setNow(NOW)
  render(
    <InRoom room={room}>
      <Schedule />
    </InRoom>,
  )
  return room
}
const startsAt = (room: HandmadeRoom) => room.snapshot.get().meeting.startsAt
const fill = (at: number) => {
  fireEvent.change(screen.getByLabelText('Day'), { target: { value: calendarDay(at, zone) } })
  fireEvent.change(screen.getByLabelText('Time'), { target: { value: clockTime(at, zone) } })
}

test('a time is chosen, told with its place in the window, changed, and taken away', async () => {
  const room = show()
  screen.getByText('No time is chosen yet.')
  fireEvent.click(screen.getByRole('button', { name: 'Choose a time' }))
  fill(NOW + 24 * HOUR)
  expect(screen.getByRole('status').textContent).toContain('44 h after it was resolved, in the window.')
  fireEvent.click(screen.getByRole('button', { name: 'Plan it' }))
  await waitFor(() => expect(startsAt(room)).toBe(NOW + 24 * HOUR))
  await screen.findByText(`We meet ${nearTime(NOW + 24 * HOUR, NOW, zone)}.`)
  screen.getByText(new RegExp(`^44 h after it was resolved, in the window. Told in ${zone}`))

  fireEvent.click(screen.getByRole('button', { name: 'Change the time' }))
  fill(NOW + 72 * HOUR)
  fireEvent.click(screen.getByRole('button', { name: 'Change it' }))
  await waitFor(() => expect(startsAt(room)).toBe(NOW + 72 * HOUR))
  expect(screen.getByRole('link', { name: 'Add to calendar' }).getAttribute('href')).toBe(
    '/api/postmortems/p1/meeting.ics',
  )
  screen.getByText(/^92 h after it was resolved, when the window has closed/)

  fireEvent.click(await screen.findByRole('button', { name: 'Change the time' }))
  fireEvent.click(screen.getByRole('button', { name: 'Take the time away' }))
  await waitFor(() => expect(startsAt(room)).toBeNull())
})

test('what cannot be is said beside its field, before anything is asked', async () => {
  const room = show()
  fireEvent.click(screen.getByRole('button', { name: 'Choose a time' }))
  fireEvent.click(screen.getByRole('button', { name: 'Plan it' }))
  const day = screen.getByLabelText('Day')
  expect(day.getAttribute('aria-describedby')).toBe(screen.getByText('Choose a day, like 2026-03-12.').id)
  fill(NOW - HOUR)
  fireEvent.click(screen.getByRole('button', { name: 'Plan it' }))
  screen.getByText('This time has passed already. Choose a later one.')
  expect(startsAt(room)).toBeNull()
})

test('a colleague who moved it meanwhile is not written over', async () => {
  const room = show()
  fireEvent.click(screen.getByRole('button', { name: 'Choose a time' }))
  fill(NOW + 24 * HOUR)
  await room.sendAs(maren, { type: 'scheduleMeeting', startsAt: NOW + HOUR, startsAtSeen: null })
  fireEvent.click(screen.getByRole('button', { name: 'Plan it' }))
  screen.getByText(/^Somebody else has changed the time meanwhile/)
  expect(startsAt(room)).toBe(NOW + HOUR)
})

test('whoever takes part reads the time, and finds nothing to press', async () => {
  const room = show(tomas)
  await room.sendAs(maren, { type: 'scheduleMeeting', startsAt: NOW + 24 * HOUR, startsAtSeen: null })
  await screen.findByText(/^We meet /)
  expect(screen.queryByRole('button')).toBeNull()
  room.setNow(NOW + 25 * HOUR)
  cleanup()
  render(
    <InRoom room={room}>
      <Schedule />
    </InRoom>,
  )
  screen.getByText(/^We were to meet today|^We were to meet yesterday/)
  await room.sendAs(maren, { type: 'startMeeting' })
  await waitFor(() => expect(screen.queryByText(/We were to meet/)).toBeNull())
})

describe('what the two fields come to', () => {
  const read = (day: string, time: string, zone: string) => {
    const typed = typedStart(day, time, zone)
    return typed.ok ? { ...typed.value, at: new Date(typed.value.at).toISOString() } : typed.problem.sentence
  }
  test.each([
    ['2026-03-28', '14:00', 'Europe/Berlin', '2026-03-28T13:00:00.000Z', false],
    ['2026-03-29', '14:00', 'Europe/Berlin', '2026-03-29T12:00:00.000Z', false],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z', true],
    ['2026-03-09', '09:00', 'America/New_York', '2026-03-09T13:00:00.000Z', false],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z', true],
    ['2026-11-02', '09:00:00', 'America/New_York', '2026-11-02T14:00:00.000Z', false],
  ])('%s %s in %s', (day, time, zone, at, comesTwice) => {
    expect(read(day, time, zone)).toEqual({ at, comesTwice })
  })
  test('an hour the clocks skip, and a day that is in no calendar, are said', () => {
    expect(read('2026-03-29', '02:30', 'Europe/Berlin')).toContain('clocks go forward')
    expect(read('2026-03-08', '02:30', 'America/New_York')).toContain('clocks go forward')
    expect(read('2026-02-30', '12:00', 'Europe/Berlin')).toContain('not in the calendar')
    expect(read('2026-03-29', '', 'Europe/Berlin')).toBe('Choose a time, like 14:00.')
  })
})
