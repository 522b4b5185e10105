import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt } from '../../shared/time/instantAt.ts'
import { readTypedTime, typedTime } from '../../shared/time/typedTime.ts'

const near = Date.parse('2026-03-10T12:00:00Z')
const read = (typed: string, zone = 'UTC') => {
  const at = readTypedTime(typed, { zone, near })
  return at.ok ? new Date(at.value).toISOString().slice(0, 16) : at.problem
}

describe('a time as people type it', () => {
  test.each([
    ['14:31', '2026-03-10T14:31'],
    ['9:05', '2026-03-10T09:05'],
    ['14.31', '2026-03-10T14:31'],
    ['1431', '2026-03-10T14:31'],
    ['2:31 pm', '2026-03-10T14:31'],
    ['12 am', '2026-03-10T00:00'],
    ['2026-03-11 00:10', '2026-03-11T00:10'],
    ['2026-03-11T00:10', '2026-03-11T00:10'],
    ['11 March 00:10', '2026-03-11T00:10'],
    ['Mar 11, 2025 at 00:10', '2025-03-11T00:10'],
    ['14:31 March 11', '2026-03-11T14:31'],
    ['00:10 on 11 March', '2026-03-11T00:10'],
  ])('%s', (typed, at) => expect(read(typed)).toBe(at))

  test.each(['', 'soon', '25:00', '14:61', '14', '14:31 and a bit', '13 pm', '11 Foo 14:31'])(
    '%s is no time',
    (typed) => {
      expect(read(typed)).toBe('Write the time like 14:31, or with its day: 2026-03-10 14:31.')
    },
  )

  test.each(['2026-02-30 14:31', '2026-13-01 14:31'])('%s is no day', (typed) => {
    expect(read(typed)).toMatch(/^That day is not in the calendar/)
  })
})

describe('in a zone', () => {
  test('is read on the clocks there', () => {
    expect(read('14:31', 'America/New_York')).toBe('2026-03-10T18:31')
    expect(read('14:31', 'Asia/Kolkata')).toBe('2026-03-10T09:01')
  })

  test('an hour the clocks skip is no time, and says why', () => {
    expect(read('2026-03-29 02:30', 'Europe/Amsterdam')).toBe(
      'The clocks went forward that day in Europe/Amsterdam, and this time did not exist.',
    )
  })

  test('of an hour that comes twice it is the first', () => {
    const wall = { year: 2026, month: 10, day: 25, hour: 2, minute: 30 }
    expect(instantAt(wall, 'Europe/Amsterdam')).toBe(Date.parse('2026-10-25T00:30:00Z'))
  })

  test('what is shown of an instant reads back as the same minute', () => {
    const zone = fc.constantFrom(
      'UTC',
      'Europe/London',
      'America/St_Johns',
      'Pacific/Apia',
      'Australia/Lord_Howe',
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e12 }), zone, (ms, zone) => {
        const at = Math.floor(ms / 60_000) * 60_000
        const again = readTypedTime(typedTime(at, zone), { zone, near })
        // An hour that comes twice reads as its first coming.
        expect(again.ok && typedTime(again.value, zone)).toBe(typedTime(at, zone))
      }),
    )
  })
})
