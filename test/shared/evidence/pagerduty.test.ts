import { expect, test } from 'vitest'
import { pagerdutyLogEntries } from '../../../shared/evidence/formats/pagerdutyLogEntries.ts'
import { pagerdutyWebhook } from '../../../shared/evidence/formats/pagerdutyWebhook.ts'
import { instant, readAs } from './readAs.ts'

const AT = '2026-03-11T10:15:00.412Z'
const incident = { id: 'Q1', type: 'incident', title: 'Errors high', service: { summary: 'checkout' } }
const event = (event_type: string, more: object = {}) => ({
  event: {
    id: 'e1',
    event_type,
    resource_type: 'incident',
    occurred_at: AT,
    agent: null,
    data: incident,
    ...more,
  },
})
const priya = { type: 'user_reference', summary: 'Priya Raman' }

test('a service that acts by itself is PagerDuty, a person is their name', () => {
  const { drafts } = readAs(
    pagerdutyWebhook,
    event('incident.triggered'),
    event('incident.acknowledged', { id: 'e2', agent: priya }),
  )
  expect(drafts).toMatchObject([
    {
      nativeId: 'e1',
      at: instant(AT),
      actor: 'PagerDuty',
      kindHint: 'alert',
      text: 'Triggered: Errors high',
      place: 'checkout',
    },
    { nativeId: 'e2', actor: 'Priya Raman', kindHint: 'join', text: 'Acknowledged: Errors high' },
  ])
})

test('an event that is delivered again counts once, also in a list', () => {
  const once = event('incident.triggered')
  const { drafts, about } = readAs(pagerdutyWebhook, [once, once])
  expect(drafts).toHaveLength(1)
  expect(about('repeated')).toHaveLength(1)
})

test('a note is its words and those of its incident, and says where PagerDuty cut it off', () => {
  const data = {
    type: 'incident_note',
    content: 'Probably the timeout',
    trimmed: true,
    incident: { ...incident, summary: 'Errors high' },
  }
  expect(readAs(pagerdutyWebhook, event('incident.annotated', { data, agent: priya })).drafts).toMatchObject([
    { text: 'Note: Errors high: Probably the timeout (PagerDuty cut the rest off)', kindHint: 'hypothesis' },
  ])
})

test.each([
  ['incident.escalated', 'escalate'],
  ['incident.reassigned', 'escalate'],
  ['incident.responder.added', 'escalate'],
  ['incident.responder.replied', 'join'],
  ['incident.reopened', 'alert'],
  ['incident.resolved', 'resolve'],
  ['incident.status_update_published', 'comms'],
  ['incident.priority_updated', 'other'],
  ['incident.some_new_thing', 'other'],
])('%s is suggested as %s', (type, kindHint) => {
  expect(readAs(pagerdutyWebhook, event(type)).drafts).toMatchObject([{ kindHint }])
})

test('a try of the webhook is left out, and that is said', () => {
  const { drafts, about } = readAs(pagerdutyWebhook, event('pagey.ping', { data: { message: 'Hello' } }))
  expect(drafts).toEqual([])
  expect(about('leftOut')).toHaveLength(1)
})

const entry = (type: string, more: object = {}) => ({
  id: type,
  type: `${type}_log_entry`,
  summary: 'Something was done',
  created_at: '2026-03-29T03:00:00+02:00',
  agent: { summary: 'checkout' },
  channel: { type: 'auto' },
  incident: { id: 'Q1', summary: '[#1] Errors high' },
  ...more,
})
const page = (...log_entries: unknown[]) => ({ log_entries, limit: 100, offset: 0, more: false })

test('log entries are read at the offset each of them has, over a change of the clocks', () => {
  const { drafts } = readAs(
    pagerdutyLogEntries,
    page(entry('resolve'), entry('trigger', { created_at: '2026-03-29T01:59:00+01:00' })),
  )
  expect(drafts.map(({ at }) => at)).toEqual([
    instant('2026-03-29T01:00:00Z'),
    instant('2026-03-29T00:59:00Z'),
  ])
})

test.each([
  ['trigger', 'alert'],
  ['acknowledge', 'join'],
  ['assign', 'escalate'],
  ['escalate', 'escalate'],
  ['notify', 'escalate'],
  ['exhaust_escalation_path', 'escalate'],
  ['resolve', 'resolve'],
  ['status_update', 'comms'],
  ['snooze', 'other'],
])('a %s log entry is suggested as %s', (type, kindHint) => {
  expect(readAs(pagerdutyLogEntries, page(entry(type))).drafts).toMatchObject([{ nativeId: type, kindHint }])
})

test('of a note in the log, the note is told and not only that there is one', () => {
  const channel = { type: 'note', summary: 'I suspect the timeout' }
  expect(readAs(pagerdutyLogEntries, page(entry('annotate', { channel }))).drafts).toMatchObject([
    { text: 'Something was done – I suspect the timeout', kindHint: 'hypothesis' },
  ])
})

test('a page that has more says so, and pages that overlap count each entry once', () => {
  const { drafts, about } = readAs(
    pagerdutyLogEntries,
    { ...page(entry('resolve'), entry('notify')), more: true },
    page(entry('notify'), entry('trigger')),
  )
  expect(drafts.map(({ nativeId }) => nativeId)).toEqual(['resolve', 'notify', 'trigger'])
  expect(about('incomplete')).toHaveLength(1)
  expect(about('repeated')).toHaveLength(1)
})

test('an entry without its type is named with the way to it', () => {
  expect(readAs(pagerdutyLogEntries, page(entry('trigger'), { id: 'x' })).problems).toMatchObject([
    { path: [0, 'log_entries', 1, 'type'], problem: 'is missing; expected string' },
  ])
})

test('an entry of the log that nobody made is of PagerDuty, at the service it is about', () => {
  const { drafts } = readAs(
    pagerdutyLogEntries,
    page(entry('snooze', { agent: null, service: { summary: 'checkout' } })),
  )
  expect(drafts).toMatchObject([{ actor: 'PagerDuty', place: 'checkout' }])
})
