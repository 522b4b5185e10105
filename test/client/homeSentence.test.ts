import { expect, test } from 'vitest'
import { homeSentence } from '../../client/features/postmortems/homeSentence.ts'
import type { PostmortemSummary } from '../../shared/wire/postmortems.ts'
import { asMeeting, asPostmortem, asWorkspace } from '../shared/ids.ts'

const listed = (...statuses: PostmortemSummary['status'][]): PostmortemSummary[] =>
  statuses.map((status, position) => ({
    postmortemId: asPostmortem(`p${position}`),
    meetingId: asMeeting(`m${position}`),
    title: 'Checkout slowed',
    severity: null,
    services: [],
    incidentStartedAt: null,
    resolvedAt: null,
    format: null,
    waiver: null,
    stage: 'review',
    startsAt: null,
    metAt: null,
    createdAt: position,
    status,
    memberCount: 0,
    workspaceId: asWorkspace('payments'),
    isRestricted: false,
  }))

const seen = { now: Date.parse('2026-03-28T09:00:00Z'), zone: 'Europe/Berlin' }

test.each([
  [listed('live', 'ended', 'scheduled'), 'One review is live now.'],
  [listed('live', 'live'), 'Two reviews are live now.'],
  [listed('scheduled'), 'One postmortem. The team has not met yet.'],
  [listed('ended'), 'One postmortem. The team has met.'],
  [listed('scheduled', 'scheduled', 'scheduled'), 'Three postmortems. None has met yet.'],
  [listed('ended', 'ended', 'scheduled'), 'Three postmortems. One has not met yet.'],
  [listed('ended', 'ended'), 'Two postmortems. All teams have met.'],
  [listed(...Array<'ended'>(28).fill('ended')), '28 postmortems. All teams have met.'],
])('the home page opens with its conclusion (%#)', (postmortems, sentence) => {
  expect(homeSentence(postmortems, seen)).toBe(sentence)
})

test('once a time is chosen it opens with the next of them, and never with one that has passed', () => {
  const planned = (...times: string[]) =>
    listed(...times.map(() => 'scheduled' as const)).map((postmortem, position) => ({
      ...postmortem,
      startsAt: Date.parse(times[position] ?? ''),
    }))
  // The clocks go forward that night: in Berlin this is the next day at 14:00.
  expect(homeSentence(planned('2026-04-02T08:00Z', '2026-03-29T12:00Z'), seen)).toBe(
    'Two postmortems. The next meeting is tomorrow at 14:00.',
  )
  expect(homeSentence(planned('2026-03-28T08:59Z'), seen)).toBe('One postmortem. The team has not met yet.')
})
