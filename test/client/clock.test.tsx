import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Clock } from '../../client/features/timebox/Clock.tsx'
import { MeetingTitle } from '../../client/features/timebox/MeetingTitle.tsx'
import { TimeboxAnnouncer } from '../../client/features/timebox/TimeboxAnnouncer.tsx'
import { readClock } from '../../client/room/clockReading.ts'
import { viewerZone } from '../../client/room/viewerZone.ts'
import { spokenNow, subscribeToSpeech } from '../../client/ui/liveRegions.ts'
import type { AgendaItemId } from '../../shared/ids.ts'
import { clockTime } from '../../shared/time/clockTime.ts'
import { nearDay } from '../../shared/time/nearDay.ts'
import { givenRoom, type HandmadeRoom, InRoom } from '../harness/givenRoom.tsx'

const START = Date.parse('2026-03-12T14:00:00.300Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const tone = 'tone' as AgendaItemId

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

async function startedRoom(): Promise<HandmadeRoom> {
  const room = givenRoom()
  room.setNow(START)
  await room.send({ type: 'startMeeting' })
  return room
}

const readAt = (room: HandmadeRoom, at: number) => readClock(room.snapshot.get().meeting, at)

test('before the start the clock says who starts it, and shows no figures', () => {
  const reading = readAt(givenRoom(), START)
  expect(reading).toMatchObject({ figures: null, words: 'Starts when Maren starts it' })
})

test('before the start the clock says when it is planned to start, until that time has passed', async () => {
  const room = givenRoom()
  const [startsAt, zone] = [START + 5 * HOUR, viewerZone()]
  await room.send({ type: 'scheduleMeeting', startsAt, startsAtSeen: null })
  const near = readAt(room, startsAt - MINUTE)
  expect(near).toMatchObject({ figures: null, words: `Starts ${clockTime(startsAt, zone)}` })
  const before = startsAt - 72 * HOUR
  expect(readAt(room, before).words).toBe(
    `Starts ${nearDay(startsAt, before, zone)}, ${clockTime(startsAt, zone)}`,
  )
  expect(readAt(room, startsAt).words).toBe('Starts when Maren starts it')
})

test('the clock counts down, changes its words for the last two minutes, and counts up once it is over', async () => {
  const room = await startedRoom()
  expect(readAt(room, START)).toMatchObject({ is: 'running', figures: '3:00', words: 'left of 3:00' })
  expect(readAt(room, START + MINUTE)).toMatchObject({ is: 'ending', figures: '2:00', isOver: false })
  expect(readAt(room, START + 3 * MINUTE)).toMatchObject({ figures: '0:00', isOver: false })
  expect(readAt(room, START + 3 * MINUTE + 80_000)).toMatchObject({
    is: 'over',
    figures: '1:20',
    words: 'over',
    isOver: true,
  })
})

test('a paused clock stands still, also once it is over', async () => {
  const room = await startedRoom()
  room.setNow(START + 3 * MINUTE + 5_000)
  await room.send({ type: 'pauseTimebox', itemId: tone })
  expect(readAt(room, START + 60 * MINUTE)).toMatchObject({
    is: 'paused',
    figures: '0:05',
    words: 'over, paused',
  })
})

test('no number is shown until the server has told the time', async () => {
  const room = await startedRoom()
  const unknown = { ...room, clock: { ...room.clock, now: () => null } }
  render(
    <InRoom room={unknown}>
      <Clock />
    </InRoom>,
  )
  expect(screen.getByRole('timer').textContent).toBe('–:––left of 3:00')
})

test('two minutes left and time up are said once each, and the seconds never', async () => {
  const said: string[] = []
  const stop = subscribeToSpeech(() => said.push(spokenNow('polite').trim()))
  const room = await startedRoom()
  await room.send({ type: 'extendTimebox', itemId: tone, minutes: 2 })
  render(
    <InRoom room={room}>
      <TimeboxAnnouncer />
      <MeetingTitle title="Checkout slowed" />
    </InRoom>,
  )
  for (let second = 0; second < 6 * 60; second++) {
    room.setNow(START + second * 1_000)
    await act(() => vi.advanceTimersByTimeAsync(1_000))
  }
  stop()
  expect(said.filter((text) => text !== '')).toEqual(['Two minutes left on Set the tone.', 'Time is up.'])
  expect(document.title).toBe('0:59 over · Checkout slowed · Candor')
})

test('the next item is said with its number and its minutes', async () => {
  const said: string[] = []
  const stop = subscribeToSpeech(() => said.push(spokenNow('polite').trim()))
  const room = await startedRoom()
  render(
    <InRoom room={room}>
      <TimeboxAnnouncer />
    </InRoom>,
  )
  await act(() => room.send({ type: 'advanceAgenda', fromItemId: tone }))
  await act(() => vi.advanceTimersByTimeAsync(2_500))
  stop()
  expect(said).toContain('Item 2, Context and impact, 5 minutes.')
})
