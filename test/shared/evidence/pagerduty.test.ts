import { expect, test } from 'vitest'
import { pagerdutyLogEntries } from '../../../shared/evidence/formats/pagerdutyLogEntries.ts'
import { pagerdutyOldWebhook } from '../../../shared/evidence/formats/pagerdutyOldWebhook.ts'
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

test('pages that follow each other are all there is, and what stands before a page is missing as well', () => {
  const first = { ...page(entry('resolve')), limit: 1, more: true }
  const second = { ...page(entry('trigger')), limit: 1, offset: 1 }
  expect(readAs(pagerdutyLogEntries, second, first).about('incomplete')).toEqual([])
  expect(readAs(pagerdutyLogEntries, second).about('incomplete')).toHaveLength(1)
  expect(readAs(pagerdutyLogEntries, first, first).about('incomplete')).toHaveLength(1)
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

test.each([
  ['incident.responder.added', { user: { summary: 'Tom' }, incident }, 'Responder added: Tom: Errors high'],
  [
    'incident.reassigned',
    { ...incident, assignees: [{ summary: 'Tom' }, null] },
    'Reassigned: Tom: Errors high',
  ],
  [
    'incident.workflow.started',
    { incident_workflow: { summary: 'Page all' }, incident },
    'Workflow started: Page all: Errors high',
  ],
  [
    'incident.conference_bridge.updated',
    { conference_url: 'https://meet', incident },
    'Conference bridge updated: https://meet: Errors high',
  ],
  ['service.updated', { summary: 'checkout-api' }, 'Service updated: checkout-api'],
  ['incident.incident_type.changed', null, 'Incident type changed'],
])('of %s, what it is about is told', (type, data, text) => {
  expect(readAs(pagerdutyWebhook, event(type, { data })).texts).toEqual([text])
})

const entryOfWebhook = {
  id: 'R1',
  type: 'annotate_log_entry',
  agent: priya,
  channel: { type: 'note', summary: 'Maybe the pool' },
}
const oldMessage = (type: string, more: object = {}) => ({
  id: `m-${type}`,
  event: `incident.${type}`,
  created_on: '2026-03-11T10:15:00Z',
  incident: { id: 'Q1', title: 'Errors high', service: { summary: 'checkout' } },
  log_entries: [{ agent: { summary: 'checkout' } }],
  ...more,
})

test('a delivery of the second version holds several messages, each with who did it', () => {
  const messages = [oldMessage('trigger'), oldMessage('annotate', { log_entries: [entryOfWebhook] })]
  expect(readAs(pagerdutyOldWebhook, { messages }, { messages: [messages[0]] }).drafts).toMatchObject([
    {
      nativeId: 'm-trigger',
      at: instant('2026-03-11T10:15:00Z'),
      kindHint: 'alert',
      actor: 'checkout',
      text: 'Trigger: Errors high',
    },
    {
      nativeId: 'm-annotate',
      kindHint: 'hypothesis',
      actor: 'Priya Raman',
      text: 'Annotate: Errors high: Maybe the pool',
    },
  ])
})

test('the first version names the same things otherwise', () => {
  const first = {
    id: 'm1',
    type: 'incident.acknowledge',
    created_on: '2026-03-11T10:16:00Z',
    data: {
      incident: {
        trigger_summary_data: { subject: 'Errors' },
        service: { name: 'checkout' },
        last_status_change_by: { name: 'Mei' },
      },
    },
  }
  expect(readAs(pagerdutyOldWebhook, { messages: [first] }).drafts).toMatchObject([
    { nativeId: 'm1', kindHint: 'join', actor: 'Mei', text: 'Acknowledge: Errors', place: 'checkout' },
  ])
})

test('what triggered an incident is told where the log does not name the incident', () => {
  const channel = { type: 'api', description: 'Errors very high' }
  expect(readAs(pagerdutyLogEntries, page(entry('trigger', { incident: null, channel }))).texts).toEqual([
    'Something was done – Errors very high',
  ])
})
