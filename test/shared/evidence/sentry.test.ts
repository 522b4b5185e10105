import { expect, test } from 'vitest'
import { sentry } from '../../../shared/evidence/formats/sentry.ts'
import { instant, readAs } from './readAs.ts'

const issue = {
  id: '517',
  shortId: 'CHECKOUT-9Z',
  title: 'GatewayTimeout',
  count: '2114',
  firstSeen: '2026-03-11T10:12:02.118000Z',
  lastSeen: '2026-03-11T10:44:51.330000Z',
  project: { slug: 'checkout' },
}
const hook = (action: string, actor = { type: 'application', name: 'Sentry' }) => ({
  action,
  data: { issue },
  installation: {},
  actor,
})

test.each([
  ['the webhook', hook('created')],
  ['the list', [issue]],
])('a new issue of %s is when it was first seen, and counts until it was last', (_where, payload) => {
  expect(readAs(sentry, payload).drafts).toMatchObject([
    {
      nativeId: '517',
      at: instant('2026-03-11T10:12:02.118Z'),
      endedAt: instant('2026-03-11T10:44:51.330Z'),
      count: 2114,
      kindHint: 'signal',
      text: 'CHECKOUT-9Z: GatewayTimeout',
      place: 'checkout',
    },
  ])
})

test.each([
  ['resolved', 'resolve'],
  ['assigned', 'escalate'],
  ['archived', 'other'],
  ['unresolved', 'signal'],
])('when an issue was %s is asked: first and last seen are not when', (action, kindHint) => {
  const { drafts } = readAs(sentry, hook(action, { type: 'user', name: 'Priya' }))
  expect(drafts).toMatchObject([
    {
      at: null,
      needs: ['time'],
      endedAt: null,
      kindHint,
      actor: 'Priya',
      text: `CHECKOUT-9Z ${action}: GatewayTimeout`,
    },
  ])
})

test.each([
  [{ datetime: '2026-03-11T10:12:02.118Z' }, []],
  [{ timestamp: 1773223922.118 }, []],
  [{ datetime: '2026-03-11T10:12:02.118' }, ['zone']],
])('an alert on an event with %j needs %j', (times, needs) => {
  const event = { event_id: 'e1', title: 'GatewayTimeout', ...times }
  const { drafts } = readAs(sentry, { action: 'triggered', data: { event, triggered_rule: 'Many timeouts' } })
  expect(drafts).toMatchObject([
    { nativeId: 'e1', text: 'Many timeouts: GatewayTimeout', kindHint: 'alert', needs },
  ])
  expect(drafts[0]?.at).toBe(needs.length > 0 ? null : instant('2026-03-11T10:12:02.118Z'))
})
