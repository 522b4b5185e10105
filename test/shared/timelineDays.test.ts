import { expect, test } from 'vitest'
import { emptyContext, type Moment, type TimelineEvent } from '../../shared/content/timeline.ts'
import { timelineDays } from '../../shared/time/timelineDays.ts'
import { asTimelineEvent } from './ids.ts'

const evening = Date.UTC(2017, 0, 31, 23, 0)
const hours = (count: number) => count * 3_600_000

const told = (id: string, at: number, precision: Moment['precision'] = 'minute'): TimelineEvent => ({
  id: asTimelineEvent(id),
  occurred: { at, precision },
  firstSeenAt: null,
  kind: 'event',
  stage: null,
  text: '',
  sourceUrl: null,
  by: null,
  createdAt: 0,
  ...emptyContext,
})

const daysOf = (timeline: TimelineEvent[], zone = 'UTC') =>
  timelineDays(timeline, zone).map(({ at, timelineEvents }) => [
    at,
    timelineEvents.map(({ id }) => id).join(''),
  ])

test('midnight in the zone begins a new day', () => {
  const timeline = [told('a', evening), told('b', evening + hours(2))]
  expect(daysOf(timeline)).toEqual([
    [evening, 'a'],
    [evening + hours(2), 'b'],
  ])
  expect(daysOf(timeline, 'America/Los_Angeles')).toEqual([[evening, 'ab']])
})

test('an event of which only the order is known stands under the day of the one before it', () => {
  const timeline = [
    told('a', evening),
    told('b', evening + hours(1), 'order'),
    told('c', evening + hours(18)),
  ]
  expect(daysOf(timeline)).toEqual([
    [evening, 'ab'],
    [evening + hours(18), 'c'],
  ])
})

test('if it comes first it stands under the day of the one after it', () => {
  const timeline = [told('a', evening - hours(40), 'order'), told('b', evening)]
  expect(daysOf(timeline)).toEqual([[evening, 'ab']])
})

test('a timeline without any known time has one day without a date', () => {
  expect(daysOf([told('a', 0, 'order'), told('b', evening, 'order')])).toEqual([[null, 'ab']])
  expect(daysOf([])).toEqual([])
})
