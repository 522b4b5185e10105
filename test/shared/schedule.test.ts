import { describe, expect, test } from 'vitest'
import { instantAt, type WallTime } from '../../shared/time/instantAt.ts'
import { nearDay, nearTime } from '../../shared/time/nearDay.ts'
import { plannedInWords } from '../../shared/triage/reviewWindow.ts'
import { giveRole, liveMeeting, minutes, scheduledMeeting, TEN } from './openMeeting.ts'

const HOUR = 3_600_000
const plan = (startsAt: number | null, startsAtSeen: number | null = null) =>
  ({ type: 'scheduleMeeting', startsAt, startsAtSeen }) as const

describe('choosing when the meeting starts', () => {
  test('the facilitator plans it, a backup moves it, and nobody else', () => {
    const room = scheduledMeeting()
    expect(room.sees().startsAt).toBeNull()
    expect(room.send('sam', plan(TEN + HOUR))).toBe('notFacilitator')
    expect(room.send('fay', plan(TEN + HOUR))).toBe('done')
    giveRole(room, 'sam', 'backupFacilitator')
    expect(room.send('sam', plan(TEN + 2 * HOUR, TEN + HOUR))).toBe('done')
    expect(room.sees()).toMatchObject({ status: 'scheduled', startsAt: TEN + 2 * HOUR })
    expect(room.send('fay', plan(null, TEN + 2 * HOUR))).toBe('done')
    expect(room.sees().startsAt).toBeNull()
  })

  test('whoever did not see the newest time does not write over it', () => {
    const room = scheduledMeeting()
    room.send('fay', plan(TEN + HOUR))
    expect(room.send('fay', plan(TEN + 2 * HOUR))).toBe('startMovedOn')
    expect(room.send('fay', plan(null))).toBe('startMovedOn')
    expect(room.send('fay', plan(TEN + HOUR, TEN + HOUR))).toBe('startUnchanged')
    expect(room.sees().startsAt).toBe(TEN + HOUR)
  })

  test('a time that has passed, and one more than a year ahead, are refused by name', () => {
    const room = scheduledMeeting()
    expect(room.send('fay', plan(TEN))).toBe('startHasPassed')
    expect(room.send('fay', plan(TEN + 1))).toBe('done')
    expect(room.send('fay', plan(TEN + 367 * 24 * HOUR, TEN + 1))).toBe('startTooFar')
    room.wait(minutes(1))
    expect(room.send('fay', plan(TEN + 2, TEN + 1))).toBe('startHasPassed')
    // What has passed is taken away or moved all the same.
    expect(room.send('fay', plan(null, TEN + 1))).toBe('done')
  })

  test('once it has started there is nothing to plan, and nothing starts by itself', () => {
    const planned = scheduledMeeting()
    planned.send('fay', plan(TEN + HOUR))
    planned.wait(2 * HOUR)
    expect(planned.sees().status).toBe('scheduled')
    const room = liveMeeting()
    expect(room.send('fay', plan(TEN + HOUR))).toBe('meetingAlreadyStarted')
    room.send('fay', { type: 'endMeeting' })
    expect(room.send('fay', plan(TEN + HOUR))).toBe('meetingEnded')
  })
})

/** `2026-03-29 09:00` on the clocks of `zone`. */
function at(written: string, zone: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = written.split(/[- :]/).map(Number)
  const found = instantAt({ year, month, day, hour, minute } satisfies WallTime, zone)
  if (found === null) throw new Error(`${written} does not exist in ${zone}.`)
  return found
}

describe('a time near enough is told by its day', () => {
  // The clocks change on 29 March and 25 October in Berlin, on 8 March and 1 November in New York.
  test.each([
    ['Europe/Berlin', '2026-03-28 23:30', '2026-03-29 09:00', 'tomorrow at 09:00'],
    ['Europe/Berlin', '2026-03-29 00:10', '2026-03-30 00:05', 'tomorrow at 00:05'],
    ['Europe/Berlin', '2026-10-25 00:10', '2026-10-25 23:50', 'today at 23:50'],
    ['Europe/Berlin', '2026-10-25 00:10', '2026-10-24 23:50', 'yesterday at 23:50'],
    ['America/New_York', '2026-03-08 23:30', '2026-03-09 00:00', 'tomorrow at 00:00'],
    ['America/New_York', '2026-10-31 23:59', '2026-11-01 23:59', 'tomorrow at 23:59'],
    ['America/New_York', '2026-11-01 00:30', '2026-11-02 00:00', 'tomorrow at 00:00'],
    ['America/New_York', '2026-11-01 00:30', '2026-11-03 14:00', 'on Tuesday 3 November at 14:00'],
    ['America/New_York', '2026-12-31 12:00', '2027-01-02 14:00', 'on Saturday 2 January 2027 at 14:00'],
  ])('in %s at %s, %s is %s', (zone, now, start, words) => {
    expect(nearTime(at(start, zone), at(now, zone), zone)).toBe(words)
  })

  test('the same instant is today for one and tomorrow for the other', () => {
    const start = Date.UTC(2026, 2, 12, 23, 30)
    const now = Date.UTC(2026, 2, 12, 20, 0)
    expect(nearDay(start, now, 'America/New_York')).toBe('today')
    expect(nearDay(start, now, 'Europe/Berlin')).toBe('tomorrow')
  })
})

describe('where a planned meeting lies', () => {
  const resolvedAt = TEN
  test.each([
    ['review', -1, 'before it was resolved'],
    ['review', 9.9, '9 h after it was resolved, before the window opens'],
    ['review', 24, '24 h after it was resolved, in the window'],
    ['review', 71.9, '71 h after it was resolved, in the window'],
    ['review', 80, '80 h after it was resolved, when the window has closed'],
    ['review', 120, '5 days after it was resolved, when the window has closed'],
    ['initial', 20, '20 h after it was resolved, within the first 24 h'],
    ['initial', 30, '30 h after it was resolved, later than the first 24 h'],
    ['deepDive', 30, null],
  ] as const)('a %s %d hours after', (stage, hours, words) => {
    expect(plannedInWords({ stage, resolvedAt, startsAt: resolvedAt + hours * HOUR })).toBe(words)
  })

  test('nobody knows while nobody knows when it was resolved', () => {
    expect(plannedInWords({ stage: 'review', resolvedAt: null, startsAt: TEN })).toBe(
      'when it was resolved is not known',
    )
  })

  test('72 hours are 72 hours over the night the clocks go forward', () => {
    const resolved = at('2026-03-27 12:00', 'Europe/Berlin')
    const startsAt = at('2026-03-30 12:30', 'Europe/Berlin') // by the clocks half an hour too late
    expect(plannedInWords({ stage: 'review', resolvedAt: resolved, startsAt })).toContain('in the window')
  })
})
