import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { evidenceDraft, noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { mergeDrafts } from '../../../shared/evidence/mergeDrafts.ts'
import { type EvidenceReading, readEvidence } from '../../../shared/evidence/readEvidence.ts'
import { suggestPlace } from '../../../shared/evidence/suggestPlace.ts'

const sample = (name: string) => ({
  path: name,
  content: new Uint8Array(readFileSync(`test/evidence/samples/${name}`)),
})
const answers = { ...noAnswers, zone: 'UTC', date: '2026-03-11' }
const identitiesOf = (...names: string[]) =>
  mergeDrafts(readEvidence(names.map(sample), answers)).map(({ identity }) => identity)

const every = [
  'slack-export/inc-4127.zip',
  'alertmanager-webhook/firing.json',
  'pagerduty-webhook-v3/inc-4127.jsonl',
  'opsgenie-alert/alert-and-logs.json',
  'plain-csv/timeline.csv',
  'pasted-text/notes-bare-times.txt',
  'kubernetes-events/events.json',
  'zendesk/tickets.csv',
  'cloudwatch-sns/alarm.json',
]

test.each(every)('each thing in %s is known by something else, the same every time', (name) => {
  const identities = identitiesOf(name)
  expect(identities.length).toBeGreaterThan(0)
  expect(new Set(identities).size).toBe(identities.length)
  expect(identitiesOf(name)).toEqual(identities)
})

test('importing a file twice at once, or one that is part of another, adds nothing', () => {
  const once = identitiesOf('slack-export/inc-4127.zip')
  const twice = identitiesOf('slack-export/inc-4127.zip', 'slack-export/inc-4127.zip')
  expect(new Set(twice)).toEqual(new Set(once))
  expect(twice).toHaveLength(once.length)
  expect(identitiesOf('slack-export/inc-4127.zip', 'slack-export/single-channel-day.json')).toEqual(once)
})

test('a message of another channel that has the same ts is another one', () => {
  const day = JSON.stringify([{ type: 'message', ts: '1773224343.000100', text: 'up' }])
  const channels = ['a', 'b'].map((name) => ({
    id: `C0${name.toUpperCase()}`,
    name,
    creator: 'U1',
    members: [],
  }))
  const files = [
    { path: 'channels.json', content: JSON.stringify(channels) },
    { path: 'a/1.json', content: day },
    { path: 'b/1.json', content: day },
  ]
  const offers = mergeDrafts(readEvidence(files, answers))
  expect(new Set(offers.map(({ identity }) => identity)).size).toBe(2)
})

test('another answer about the zone, or another clock, makes nothing another thing', () => {
  const files = [sample('pasted-text/notes-bare-times.txt')]
  const [utc, berlin] = ['UTC', 'Europe/Berlin'].map((zone) =>
    mergeDrafts(readEvidence(files, { ...answers, zone })).map(({ identity }) => identity),
  )
  expect(new Set(berlin)).toEqual(new Set(utc))
  const readings = readEvidence(files, answers)
  const late = mergeDrafts(readings, [90_000])
  expect(late.map(({ identity }) => identity).sort()).toEqual(utc?.toSorted())
  expect((late[0]?.draft.at ?? 0) - (mergeDrafts(readings)[0]?.draft.at ?? 0)).toBe(90_000)
})

test.each([
  [
    'a run and its second attempt',
    [1, 2].map((run_attempt) => ({
      id: 8,
      name: 'Deploy',
      run_number: 3,
      head_sha: 'abc',
      run_attempt,
      run_started_at: `2026-03-11T1${run_attempt}:00:00Z`,
    })),
  ],
  [
    'the same kind of time of two incidents',
    ['INC-1', 'INC-2'].map((reference) => ({
      id: reference,
      reference,
      incident_status: {},
      incident_timestamp_values: [
        { incident_timestamp: { id: 't1', name: 'Reported at' }, value: { value: '2026-03-11T10:19:00Z' } },
      ],
    })),
  ],
  [
    'two states of one deployment',
    ['running', 'success'].map((status, at) => ({
      object_kind: 'deployment',
      deployment_id: 15,
      environment: 'staging',
      status,
      status_changed_at: `2026-03-11T10:0${at}:00Z`,
    })),
  ],
  [
    'events of one name in two namespaces',
    ['shop', 'search'].map((namespace) => ({
      metadata: { name: 'e1', namespace },
      involvedObject: { kind: 'Pod', name: 'p' },
      reason: 'BackOff',
      eventTime: '2026-03-11T10:00:00Z',
    })),
  ],
])('%s stay two, though one is imported long after the other', (_what, payloads) => {
  const identities = payloads.map((payload) => {
    const content = JSON.stringify(payload)
    return mergeDrafts(readEvidence([{ path: 'a file', content }], answers)).map(({ identity }) => identity)
  })
  expect(identities[0]).toHaveLength(1)
  expect(identities[0]).not.toEqual(identities[1])
})

const reading = (format: string, ...drafts: [string, string, ('alert' | 'other')?][]): EvidenceReading => ({
  path: format,
  within: null,
  format,
  problems: [],
  notes: [],
  drafts: drafts.map(([iso, text, kindHint = 'alert']) =>
    evidenceDraft({ nativeId: text, at: Date.parse(iso), text, actor: null, kindHint }),
  ),
})
const alertmanager = (iso: string, text = 'CheckoutErrorRateHigh fired: 5xx above 5%') =>
  reading('alertmanager-webhook', [iso, text])

test('an alert that two tools tell of within two minutes is offered once, with both', () => {
  const pagerduty = reading('pagerduty-webhook-v3', [
    '2026-03-11T10:14:50Z',
    'Triggered: CheckoutErrorRateHigh eu-west',
  ])
  const offers = mergeDrafts([pagerduty, alertmanager('2026-03-11T10:14:10Z')])
  expect(offers).toMatchObject([{ source: 1, alsoFrom: [{ source: 0 }] }])
})

test.each([
  ['later', '2026-03-11T10:17:00Z', 'Triggered: CheckoutErrorRateHigh', 'pagerduty-webhook-v3'],
  ['other', '2026-03-11T10:14:50Z', 'Triggered: DatabaseDiskFull', 'pagerduty-webhook-v3'],
  ['of the same tool', '2026-03-11T10:14:50Z', 'CheckoutErrorRateHigh fired again', 'alertmanager-webhook'],
] as const)('two alerts stay two where one is %s', (_why, iso, text, format) => {
  expect(mergeDrafts([alertmanager('2026-03-11T10:14:10Z'), reading(format, [iso, text])])).toHaveLength(2)
})

test('what is no alert is never merged by its words', () => {
  const words: [string, string, 'other'] = ['2026-03-11T10:14:10Z', 'checkout is slow again', 'other']
  expect(mergeDrafts([reading('slack-export', words), reading('ms-teams-graph', words)])).toHaveLength(2)
})

test('a storm of 20,000 alerts is compared, though not each with each', () => {
  const storm = (format: string) =>
    reading(
      format,
      ...Array.from({ length: 10_000 }, (_, n): [string, string] => [
        '2026-03-11T10:14:10Z',
        `pod number ${n} restarted`,
      ]),
    )
  const offers = mergeDrafts([storm('alertmanager-webhook'), storm('pagerduty-webhook-v3')])
  expect(offers.length).toBeGreaterThanOrEqual(10_000)
  expect(offers.length).toBeLessThan(20_000)
})

test('a question is suggested as a question, a guess as an interpretation, the rest for the timeline', () => {
  expect(suggestPlace({ kindHint: 'other', text: 'is the database ok?' }).place).toBe('question')
  expect(suggestPlace({ kindHint: 'hypothesis', text: 'we don’t know why it restarts' }).place).toBe(
    'question',
  )
  expect(suggestPlace({ kindHint: 'hypothesis', text: 'probably not the database' }).place).toBe(
    'interpretation',
  )
  expect(suggestPlace({ kindHint: 'deploy', text: 'v318' })).toMatchObject({
    place: 'timeline',
    stage: 'change',
  })
  expect(suggestPlace({ kindHint: 'decision', text: 'roll back' })).toMatchObject({
    place: 'timeline',
    isDecision: true,
  })
})
