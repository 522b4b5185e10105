import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { evidenceFormats } from '../../../shared/evidence/evidenceFormats.ts'
import { evidenceInput } from '../../../shared/evidence/evidenceInput.ts'
import { readEvidence } from '../../../shared/evidence/readEvidence.ts'

const AT = '2026-03-11T10:14:10.123456789Z'
const person = { id: 'p', name: 'Mei', login: 'mei', type: 'user', summary: 'Mei' }
const alert = {
  status: 'resolved',
  labels: { alertname: 'A' },
  annotations: { summary: 's' },
  startsAt: AT,
  endsAt: AT,
}
const sns = {
  Type: 'Notification',
  MessageId: 'm',
  TopicArn: 't',
  Message: '{"AlarmName":"a","NewStateValue":"OK"}',
}
const application = {
  metadata: { name: 'a' },
  status: {
    history: [{ id: 1, revision: 'r', deployedAt: AT, initiatedBy: { automated: true } }],
    operationState: {
      phase: 'Failed',
      startedAt: AT,
      finishedAt: null,
      operation: { sync: { revisions: ['r'] } },
    },
  },
}

/** One of each format: as much of it as its reader looks at. */
const payloads: Record<string, unknown> = {
  'alertmanager-webhook': {
    receiver: 'r',
    status: 'firing',
    truncatedAlerts: 1,
    alerts: [alert, { ...alert, status: null }],
  },
  'alertmanager-webhook, listed': [{ ...alert, fingerprint: 'f', status: { state: 'active' } }],
  'grafana-webhook': { orgId: 1, status: 'firing', alerts: [{ ...alert, values: {}, fingerprint: 'f' }] },
  'pagerduty-webhook-v3': {
    event: {
      id: 'e',
      event_type: 'incident.annotated',
      occurred_at: AT,
      agent: person,
      data: { content: 'c', trimmed: true, incident: { id: 'i', title: 't', service: person } },
    },
  },
  'pagerduty-webhook-v3, before it': {
    messages: [
      {
        id: 'm',
        event: 'incident.annotate',
        created_on: AT,
        incident: { title: 't', service: person },
        log_entries: [{ agent: person, channel: { type: 'note', summary: 'n' } }],
      },
      { id: 'n', type: 'incident.trigger', created_on: AT, data: { incident: { summary: 's' } } },
    ],
  },
  'pagerduty-webhook-v3, kept with its headers': {
    headers: { a: 'b' },
    body: JSON.stringify({
      event: { id: 'e', event_type: 'incident.resolved', occurred_at: AT, data: person },
    }),
  },
  'pagerduty-log-entries': {
    more: true,
    log_entries: [
      {
        id: 'l',
        type: 'annotate_log_entry',
        summary: 's',
        created_at: AT,
        agent: person,
        channel: { type: 'note', summary: 'n' },
      },
    ],
  },
  'opsgenie-alert': {
    data: {
      id: 'a',
      tinyId: '1',
      message: 'm',
      status: 'closed',
      createdAt: AT,
      report: { ackTime: 1, closeTime: 2 },
    },
    notes: { data: [{ note: 'n', owner: 'o', createdAt: AT }] },
    paging: { next: 'x' },
  },
  'opsgenie-alert, delivered': {
    action: 'Close',
    alert: { alertId: 'a', message: 'm', updatedAt: 1773226082551 },
  },
  'datadog-events': {
    data: [
      {
        id: 'd',
        type: 'event',
        attributes: {
          timestamp: AT,
          message: 'm',
          attributes: { title: 't', monitor: { transition: { trans_type: 'alert' } } },
        },
      },
    ],
    links: { next: null },
  },
  'datadog-events, of the first version': {
    events: [
      {
        id: 1,
        title: 't',
        text: '%%% x %%%',
        date_happened: 1773223980,
        alert_type: 'error',
        children: [{ id: 2, date_happened: 1773223981 }],
        comments: [{ id: 3, message: 'm', handle: 'h', date_happened: 1773223982 }],
      },
    ],
  },
  'datadog-events, as someone composed it': {
    alert: { title: 't', transition: 'Triggered' },
    DATE: '1773223980000',
    ID: '7',
    BODY: 'b',
  },
  statuspage: {
    page: { time_zone: 'Berlin' },
    incidents: [
      {
        id: 'i',
        name: 'n',
        status: 's',
        incident_updates: [
          {
            id: 'u',
            status: 's',
            body: '<p>b</p>',
            display_at: AT,
            affected_components: [{ name: 'c', new_status: 'x_y' }],
          },
        ],
      },
    ],
  },
  github: {
    total_count: 3,
    workflow_runs: [
      {
        id: 1,
        name: 'n',
        run_number: 1,
        head_sha: 's',
        run_attempt: 2,
        run_started_at: AT,
        status: 'completed',
        actor: person,
      },
    ],
  },
  'github, delivered': {
    action: 'created',
    deployment_status: { id: 2, state: 'success', created_at: AT, environment: 'e', creator: person },
    deployment: { id: 1, sha: 's', ref: 'r', task: 't', environment: 'e', created_at: AT },
  },
  'gitlab-deployments, delivered': {
    object_kind: 'deployment',
    deployment_id: 1,
    status: 's',
    status_changed_at: AT,
    environment: 'e',
    user: person,
  },
  'gitlab-deployments': {
    id: 1,
    iid: 1,
    ref: 'r',
    sha: 's',
    created_at: AT,
    environment: person,
    user: person,
    deployable: { name: 'd', finished_at: AT, commit: { title: 't' } },
  },
  argocd: { kind: 'List', items: [application] },
  'kubernetes-events': {
    kind: 'List',
    items: [
      {
        metadata: { name: 'e', uid: 'u' },
        involvedObject: { kind: 'Pod', name: 'p' },
        reason: 'r',
        message: 'm',
        firstTimestamp: AT,
        series: { count: 2, lastObservedTime: AT },
      },
    ],
  },
  'cloudwatch-sns': { Records: [{ Sns: sns }, { Sns: { ...sns, Message: 'm' } }] },
  'cloudwatch-sns, in a queue': { Records: [{ messageId: 'q', body: JSON.stringify(sns) }] },
  'cloudwatch-sns, by way of EventBridge': {
    id: 'e',
    'detail-type': 'CloudWatch Alarm State Change',
    time: AT,
    resources: ['a'],
    detail: { alarmName: 'a', state: { value: 'OK', timestamp: AT }, previousState: { value: 'ALARM' } },
  },
  'sentry-issue, of a metric': {
    action: 'resolved',
    data: { metric_alert: { id: 'm', alert_rule: person, date_closed: AT }, description_text: 't' },
  },
  'sentry-issue, listed': [{ eventID: 'e', dateCreated: AT, title: 't' }],
  'sentry-issue': {
    action: 'created',
    data: {
      issue: { id: 'i', shortId: 's', title: 't', count: '3', firstSeen: AT, lastSeen: AT },
      event: { event_id: 'e', timestamp: 1773223922.1 },
    },
  },
  intercom: {
    total_count: 2,
    conversations: [
      {
        type: 'conversation',
        id: 'c',
        created_at: 1773224520,
        source: { body: '<p>b</p>', author: person },
        conversation_parts: {
          total_count: 2,
          conversation_parts: [
            { id: 'p', part_type: 'note', body: 'b', created_at: 1773224520, author: person },
          ],
        },
      },
    ],
  },
  'incident-io': {
    incident: {
      id: 'i',
      name: 'n',
      mode: 'standard',
      created_at: AT,
      incident_timestamp_values: [{ incident_timestamp: person, value: { value: AT } }],
    },
    incident_updates: [{ id: 'u', created_at: AT, message: 'm', updater: { user: person } }],
  },
  rootly: {
    data: [
      {
        id: 'r',
        type: 'incident_events',
        attributes: { event: '<b>e</b>', occurred_at: AT, created_at: AT },
      },
    ],
    meta: { total_count: 2 },
  },
  firehydrant: {
    data: [
      {
        id: 'f',
        incident_id: 'i',
        type: 'milestone_update',
        occurred_at: AT,
        author: person,
        data: { milestone: 'mitigated' },
      },
    ],
    pagination: { next: 2 },
  },
}

const junk = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    1e300,
    -1,
    0,
    '',
    ' ',
    '\u202e',
    '0001-01-01T00:00:00Z',
    '2026-02-31T25:61:00Z',
    '9'.repeat(400),
  ),
  fc.constantFrom([], {}, [[]], { data: [null] }, { constructor: 1 }),
)

/** `value` with what stands at the `at`th place, counted through all of it, replaced or left out. */
function damaged(value: unknown, at: number, put: unknown): unknown {
  let place = 0
  const walk = (part: unknown): unknown => {
    if (place++ === at) return put
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(value)
}

test.each(Object.keys(payloads))(
  'whatever happens to a payload, the reader of %s never throws and says what it cannot read',
  (name) => {
    const inputOf = (payload: unknown) => evidenceInput('a file', JSON.stringify(payload))
    const format = evidenceFormats.find((one) => one.recognises(inputOf(payloads[name])))
    expect(name).toContain(format?.name)
    const places = JSON.stringify(payloads[name]).length / 8
    const damage = fc.record({
      at: fc.integer({ min: 1, max: Math.ceil(places) }),
      put: fc.oneof(junk, fc.constant(undefined)),
    })
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const payload = damages.reduce(
          (whole: unknown, { at, put }) => damaged(whole, at, put),
          payloads[name],
        )
        for (const input of [inputOf(payload), inputOf([payload, payloads[name]])]) {
          for (const one of evidenceFormats) one.recognises(input)
          const read = format?.read(input, noAnswers)
          for (const { at, needs, text, endedAt, startedAt } of read?.drafts ?? []) {
            expect(text).not.toBe('')
            expect(at === null).toBe(needs.length > 0)
            for (const known of [at, endedAt, startedAt]) expect(Math.abs(known ?? 0)).toBeLessThan(8.64e15)
          }
          for (const { path, problem } of read?.problems ?? []) {
            expect(problem).not.toBe('')
            expect(path?.[0]).toBe(0)
          }
        }
      }),
      { numRuns: 150 },
    )
  },
)

type Cut = { from: number; to: number; how: 'leftOut' | 'doubled' | 'swapped' | 'noise' }

/** Two places of a text, by share of its length: what stands between them is left out, doubled, or changes places. */
const cut: fc.Arbitrary<Cut> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  how: fc.constantFrom('leftOut' as const, 'doubled' as const, 'swapped' as const, 'noise' as const),
})

function cutText(text: string, { from, to, how }: Cut): string {
  const [start, end] = [from, to].map((share) => Math.floor(share * text.length)).sort((a, b) => a - b)
  const [before, part, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  const halves = part.length >> 1
  if (how === 'leftOut') return before + after
  if (how === 'doubled') return before + part + part + after
  if (how === 'swapped') return before + part.slice(halves) + part.slice(0, halves) + after
  return `${before}\0\u202e"}]${after}`
}

test.each(Object.keys(payloads))(
  'whatever is cut out of the text of %s, something is told or said of it',
  (name) => {
    const one = JSON.stringify(payloads[name])
    const texts = [one, JSON.stringify(payloads[name], null, 2), `${one}\n${one}\n${one}`]
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(cut, { minLength: 1, maxLength: 3 }), (text, cuts) => {
        for (const { drafts, problems, notes } of readEvidence(
          [{ path: 'a file', content: cuts.reduce(cutText, text) }],
          noAnswers,
        )) {
          expect(drafts.length + problems.length + notes.length).toBeGreaterThan(0)
          expect(drafts.every(({ at, needs }) => (at === null) === needs.length > 0)).toBe(true)
          expect(problems.every(({ problem }) => problem !== '')).toBe(true)
        }
      }),
      { numRuns: 60, seed: 4127 },
    )
  },
)
