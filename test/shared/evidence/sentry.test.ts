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

test('when something was done to an issue is known where the header of the webhook was kept', () => {
  const headers = { 'Sentry-Hook-Resource': 'issue', 'sentry-hook-timestamp': '1773226082' }
  const delivery = { headers, body: hook('resolved', { type: 'user', name: 'Priya' }) }
  const again = { headers: { ...headers, 'sentry-hook-timestamp': '1773229682' }, body: hook('resolved') }
  expect(readAs(sentry, delivery, again, delivery).drafts).toMatchObject([
    { at: 1773226082000, needs: [], kindHint: 'resolve', actor: 'Priya' },
    { at: 1773229682000 },
  ])
  expect(readAs(sentry, { headers, body: hook('created') }).drafts).toMatchObject([
    { at: instant('2026-03-11T10:12:02.118Z') },
  ])
})

test('a time without a zone is not asked about where the same moment is told in seconds, too', () => {
  const event = { event_id: 'e1', title: 'X', datetime: '2026-03-11T11:12:02.118', timestamp: 1773223922.118 }
  expect(readAs(sentry, { action: 'triggered', data: { event } }).drafts).toMatchObject([
    { at: instant('2026-03-11T10:12:02.118Z'), needs: [], kindHint: 'alert' },
  ])
})

test('an event is read as the API lists it, and as the old plugin sends it', () => {
  const listed = {
    id: 'e1',
    eventID: 'e1',
    dateCreated: '2026-03-11T10:12:02Z',
    title: 'GatewayTimeout',
    tags: [],
  }
  expect(readAs(sentry, [listed]).drafts).toMatchObject([
    { nativeId: 'e1', at: instant('2026-03-11T10:12:02Z'), kindHint: 'signal', text: 'GatewayTimeout' },
  ])
  const event = { event_id: 'e2', title: 'GatewayTimeout', timestamp: 1773223922.118 }
  expect(readAs(sentry, { project: 'checkout', triggering_rules: ['Many'], event }).drafts).toMatchObject([
    { nativeId: 'e2', kindHint: 'alert', text: 'Many: GatewayTimeout' },
  ])
  const untitled = { event_id: 'e3', timestamp: 1773223922.118, logentry: { formatted: 'no answer' } }
  const plugin = { message: 'no answer in 30 s', triggering_rules: [], event: untitled }
  expect(readAs(sentry, plugin).drafts).toMatchObject([{ kindHint: 'alert', text: 'no answer' }])
  const { logentry: _logged, ...wordless } = untitled
  expect(readAs(sentry, { ...plugin, event: wordless }).texts).toEqual(['no answer in 30 s'])
  expect(readAs(sentry, { action: 'created', data: { error: event } }).drafts).toMatchObject([
    { nativeId: 'e2', kindHint: 'signal' },
  ])
})

test('an alert on a metric is when it was noticed, and its end when it was closed', () => {
  const metric_alert = {
    id: 'm1',
    title: 'Error rate',
    alert_rule: { name: 'Errors' },
    date_started: '2026-03-11T10:10:00Z',
    date_detected: '2026-03-11T10:12:00Z',
    date_closed: '2026-03-11T10:50:00Z',
  }
  const told = (action: string) => ({ action, data: { metric_alert, description_text: '9% errors' } })
  expect(readAs(sentry, told('critical'), told('resolved')).drafts).toMatchObject([
    { at: instant('2026-03-11T10:12:00Z'), kindHint: 'alert', text: 'Error rate is critical: 9% errors' },
    { at: instant('2026-03-11T10:50:00Z'), kindHint: 'resolve' },
  ])
})
