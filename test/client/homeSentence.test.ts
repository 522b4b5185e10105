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
    metAt: null,
    createdAt: position,
    status,
    memberCount: 0,
    workspaceId: asWorkspace('payments'),
    isRestricted: false,
  }))

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
  expect(homeSentence(postmortems)).toBe(sentence)
})
