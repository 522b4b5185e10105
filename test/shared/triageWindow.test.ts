import { expect, test } from 'vitest'
import { instantAt } from '../../shared/time/instantAt.ts'
import { typedTime } from '../../shared/time/typedTime.ts'
import { repeatedWaivers, WAIVERS_COUNT_FOR_MS } from '../../shared/triage/repeatedWaivers.ts'
import { heldInWords, reviewWindow, windowInWords } from '../../shared/triage/reviewWindow.ts'
import { asPostmortem } from './ids.ts'

const HOUR = 3_600_000
const resolvedAt = Date.UTC(2026, 2, 10, 15, 5)

test.each([
  [-1, 'tooEarly'],
  [24 * HOUR - 1, 'tooEarly'],
  [24 * HOUR, 'inWindow'],
  [60 * HOUR - 1, 'inWindow'],
  [60 * HOUR, 'closingSoon'],
  [72 * HOUR, 'closingSoon'],
  [72 * HOUR + 1, 'late'],
] as const)('%i ms after it was resolved a review is %s', (after, is) => {
  expect(reviewWindow(resolvedAt, resolvedAt + after).is).toBe(is)
})

test('what is not resolved has no window', () => {
  expect(reviewWindow(null, resolvedAt)).toEqual({ is: 'notResolved' })
})

/** The clocks go forward in Europe on 29 March 2026 and back on 25 October; in Sydney back on 5 April. */
test.each([
  ['Europe/Berlin', [2026, 3, 28, 12, 0], '2026-03-29 13:00', '2026-03-31 13:00'],
  ['Europe/Berlin', [2026, 10, 24, 12, 0], '2026-10-25 11:00', '2026-10-27 11:00'],
  ['Australia/Sydney', [2026, 4, 4, 12, 0], '2026-04-05 11:00', '2026-04-07 11:00'],
  ['Asia/Kathmandu', [2026, 3, 28, 12, 0], '2026-03-29 12:00', '2026-03-31 12:00'],
] as const)('in %s the window counts hours, not what the clocks show', (zone, wall, opens, closes) => {
  const [year, month, day, hour, minute] = wall
  const resolved = instantAt({ year, month, day, hour, minute }, zone) ?? Number.NaN
  const window = reviewWindow(resolved, resolved)
  if (window.is === 'notResolved') throw new Error('It was resolved.')
  expect([window.opensAt - resolved, window.closesAt - resolved]).toEqual([24 * HOUR, 72 * HOUR])
  expect([typedTime(window.opensAt, zone), typedTime(window.closesAt, zone)]).toEqual([opens, closes])
})

test.each([
  [1, 'Early still. The window opens in 23 h'],
  [23.5, 'Early still. The window opens in 30 min'],
  [24, 'In the window. It closes in 48 h'],
  [67, 'The window closes in 5 h'],
  [71.9, 'The window closes in 6 min'],
  [80, 'The window closed 8 h ago'],
  [72 + 96, 'The window closed 4 days ago'],
])('after %d hours it reads', (hours, words) => {
  expect(windowInWords(resolvedAt, resolvedAt + hours * HOUR)).toBe(words)
})

test('a review that was held says how long after', () => {
  expect(heldInWords(resolvedAt, resolvedAt + 47.9 * HOUR)).toBe('met 47 h after it was resolved')
  expect(heldInWords(resolvedAt, resolvedAt - HOUR)).toBe('met before it was resolved')
})

const now = Date.UTC(2026, 10, 25)
const waived = (id: string, services: string[], at: number | null, workspaceId = 'payments') => ({
  postmortemId: asPostmortem(id),
  workspaceId,
  services,
  waiver: at === null ? null : { at },
})

test('the third waiver for a service within 90 days brings it back, however the name is typed', () => {
  const two = [waived('a', ['checkout-api', 'Checkout-API'], now), waived('b', ['checkout-api '], now - 1)]
  expect(repeatedWaivers(two, now)).toEqual([])
  const edge = now - WAIVERS_COUNT_FOR_MS
  expect(repeatedWaivers([...two, waived('c', ['Checkout-API'], edge)], now)).toEqual([])
  expect(repeatedWaivers([...two, waived('c', ['Checkout-API'], edge + 1)], now)).toEqual([
    expect.objectContaining({ postmortemIds: ['a', 'b', 'c'] }),
  ])
})

test('reviews, other services and other workspaces do not count', () => {
  const others = [waived('c', ['checkout-api'], null), waived('d', ['search'], now)]
  const elsewhere = waived('e', ['checkout-api'], now, 'data')
  const two = [waived('a', ['checkout-api'], now), waived('b', ['checkout-api'], now)]
  expect(repeatedWaivers([...two, ...others, elsewhere], now)).toEqual([])
})
