import { expect, test } from 'vitest'
import type { Card } from '../../shared/content/cards.ts'
import { isCardBeyond, sightOf } from '../../shared/content/horizon.ts'
import { emptyContext, type TimelineEvent } from '../../shared/content/timeline.ts'
import { asCard, asTimelineEvent } from './ids.ts'

const timelineEvent = (at: number, firstSeenAt: number | null): TimelineEvent => ({
  id: asTimelineEvent('e'),
  occurred: { at, precision: 'minute' },
  firstSeenAt,
  kind: 'event',
  stage: null,
  text: '',
  sourceUrl: null,
  by: null,
  createdAt: 0,
  ...emptyContext,
})

test.each([
  ['without a horizon everything is seen', 100, 200, null, 'seen'],
  ['what happened before it is seen', 100, null, 150, 'seen'],
  ['what happens at it is seen', 150, null, 150, 'seen'],
  ['what happens after it is beyond', 151, null, 150, 'beyond'],
  ['what had happened but was first seen later is unseen', 100, 200, 150, 'unseen'],
  ['what is first seen at it is seen', 100, 150, 150, 'seen'],
  ['what happens after it is beyond, even if someone foresaw it', 200, 100, 150, 'beyond'],
  ['a horizon at the beginning of time counts', 0, 1, 0, 'unseen'],
] as const)('%s', (_rule, at, firstSeenAt, horizonAt, sight) => {
  expect(sightOf(timelineEvent(at, firstSeenAt), horizonAt)).toBe(sight)
})

test.each([
  ['a card without a time is never beyond', null, 150, false],
  ['a card known by then is not beyond', 150, 150, false],
  ['a card first known later is beyond', 151, 150, true],
  ['without a horizon no card is beyond', 151, null, false],
] as const)('%s', (_rule, firstSeenAt, horizonAt, beyond) => {
  const card: Card = {
    id: asCard('c'),
    place: { kind: 'fact', key: 'a0' },
    text: '',
    by: null,
    evidenceUrl: null,
    factor: null,
    firstSeenAt,
    createdAt: 0,
    ...emptyContext,
  }
  expect(isCardBeyond(card, horizonAt)).toBe(beyond)
})
