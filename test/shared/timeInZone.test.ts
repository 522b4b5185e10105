import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDay, dayInWords, weekdayInWords } from '../../shared/time/calendarDay.ts'
import { clockTime } from '../../shared/time/clockTime.ts'
import { lengthInWords } from '../../shared/time/lengthInWords.ts'
import { momentInWords, momentWithDay, timeBeside } from '../../shared/time/momentInWords.ts'
import { isKnownZone } from '../../shared/time/zonedParts.ts'
import { zoneInWords } from '../../shared/time/zoneInWords.ts'

const newYear = Date.UTC(2021, 0, 1, 2, 5)

test('a clock shows the time of its zone', () => {
  expect(clockTime(newYear, 'UTC')).toBe('02:05')
  expect(clockTime(newYear, 'America/Los_Angeles')).toBe('18:05')
  expect(clockTime(newYear, 'Asia/Kolkata')).toBe('07:35')
  expect(clockTime(Date.UTC(2021, 0, 1), 'UTC')).toBe('00:00')
})

test('a day is the day of the zone, not of UTC', () => {
  expect(calendarDay(newYear, 'UTC')).toBe('2021-01-01')
  expect(calendarDay(newYear, 'America/Los_Angeles')).toBe('2020-12-31')
  expect(dayInWords(newYear, 'America/Los_Angeles')).toBe('31 December 2020')
  expect(weekdayInWords(newYear, 'UTC')).toBe('Friday 1 January 2021')
})

test.each([
  ['minute', '02:05', '1 January 2021, 02:05'],
  ['hour', '02:05 to the hour', '1 January 2021, 02:05 to the hour'],
  ['approx', 'about 02:05', '1 January 2021, about 02:05'],
  ['day', 'some time that day', '1 January 2021'],
  ['order', 'in this order, time not known', 'a time not known'],
] as const)(
  'a moment of precision %s is told no more exactly than it is known',
  (precision, short, whole) => {
    expect(momentInWords({ at: newYear, precision }, 'UTC')).toBe(short)
    expect(momentWithDay({ at: newYear, precision }, 'UTC')).toBe(whole)
  },
)

test('a placeholder time appears in no words', () => {
  const words = [momentInWords, momentWithDay].map((inWords) =>
    inWords({ at: newYear, precision: 'order' }, 'UTC'),
  )
  expect(words.join()).not.toMatch(/\d/)
})

test('a time beside another names its day only when it is another', () => {
  expect(timeBeside(newYear + 60_000, newYear, 'UTC')).toBe('02:06')
  expect(timeBeside(newYear + 86_400_000, newYear, 'UTC')).toBe('02:05 on 2 January 2021')
})

test('a zone is named with its offset, and with both where the clocks changed', () => {
  const before = Date.UTC(2023, 9, 29, 0, 30)
  expect(zoneInWords('Europe/London', [before])).toBe('Europe/London (UTC+01:00)')
  expect(zoneInWords('Europe/London', [before, before + 3_600_000])).toBe(
    'Europe/London (UTC+01:00, then UTC)',
  )
  expect(zoneInWords('UTC', [before])).toBe('UTC')
  expect(zoneInWords('Europe/London', [])).toBe('Europe/London')
})

test('a zone that is not known is told in UTC, and says so', () => {
  expect(clockTime(newYear, 'Mars/Base')).toBe('02:05')
  expect(zoneInWords('Mars/Base', [newYear])).toBe('UTC, because the time zone “Mars/Base” is not known')
  expect(isKnownZone('Mars/Base')).toBe(false)
})

test('a length is told in hours and minutes', () => {
  expect([0, 59, 60, 157, 1_511].map(lengthInWords)).toEqual([
    '0 min',
    '59 min',
    '1 h',
    '2 h 37 min',
    '25 h 11 min',
  ])
})

test('no zone and no instant makes any of it throw', () => {
  const zone = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '__proto__', '+25:00', '+01:00', 'UTC\u0000', 'x'.repeat(100_000), 'Europe/London'),
  )
  const instant = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, 8.64e15, -8.64e15, 8.64e15 + 1, 0.5))
  fc.assert(
    fc.property(
      instant,
      zone,
      fc.constantFrom('minute', 'hour', 'day', 'approx', 'order'),
      (at, named, precision) => {
        const moment = { at, precision } as const
        const words = [
          clockTime(at, named),
          calendarDay(at, named),
          weekdayInWords(at, named),
          momentInWords(moment, named),
          momentWithDay(moment, named),
          timeBeside(at, 0, named),
          zoneInWords(named, [at]),
        ]
        for (const said of words) expect(said).not.toMatch(/undefined|NaN|Invalid/)
      },
    ),
    { numRuns: 500 },
  )
})
