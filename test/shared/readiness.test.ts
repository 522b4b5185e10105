import { describe, expect, test } from 'vitest'
import type { Card, CardKind } from '../../shared/content/cards.ts'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import { markIdOf, type PreparationMark } from '../../shared/content/preparationMarks.ts'
import type { TimelineEvent, TimelineStage } from '../../shared/content/timeline.ts'
import { linkToOriginal } from '../../shared/content/webLink.ts'
import type { IncidentRole } from '../../shared/guide/incidentRoles.ts'
import { agendaFromTemplate } from '../../shared/meeting/agenda.ts'
import type { MeetingRole } from '../../shared/meeting/meeting.ts'
import { knownUnknowns } from '../../shared/readiness/knownUnknowns.ts'
import { quietAlertFact } from '../../shared/readiness/quietAlert.ts'
import { readinessOf } from '../../shared/readiness/readiness.ts'
import type { ReadinessInput } from '../../shared/readiness/readinessInput.ts'
import { type ReadinessKey, readinessItems } from '../../shared/readiness/readinessItems.ts'
import { asCard, asPerson, asRoleHolder, asTimelineEvent } from './ids.ts'

const at = Date.parse('2026-03-12T14:00:00Z')
const HOUR = 3_600_000
const moment = (when: number) => ({ at: when, precision: 'minute' as const })

let last = 0
const event = (
  text: string,
  stage: TimelineStage | null = null,
  rest: Partial<TimelineEvent> = {},
): TimelineEvent => ({
  id: asTimelineEvent(`e${++last}`),
  occurred: moment(at),
  firstSeenAt: null,
  kind: 'event',
  stage,
  text,
  sourceUrl: null,
  by: null,
  createdAt: 0,
  known: '',
  believed: '',
  notKnown: '',
  options: '',
  ...rest,
})
const card = (kind: CardKind, text: string, evidenceUrl: string | null = null): Card => ({
  id: asCard(`c${++last}`),
  place: { kind, key: 'a0' },
  text,
  by: null,
  evidenceUrl,
  factor: null,
  firstSeenAt: null,
  createdAt: 0,
})
const held = (role: IncidentRole, name: string) => ({
  id: asRoleHolder(`r${++last}`),
  role,
  personId: null,
  name,
  by: null,
  createdAt: 0,
})
const member = (role: MeetingRole) => ({ personId: asPerson(role), name: role, role })

const nothing: ReadinessInput = {
  incident: { ...emptyDraft('', null).incident },
  summary: '',
  impact: '',
  timeline: [],
  cards: [],
  roleHolders: [],
  marks: [],
  meeting: { agenda: [], members: [] },
}
const incident = (change: Partial<ReadinessInput['incident']>) => ({
  incident: { ...nothing.incident, ...change },
})
const times = (change: Partial<ReadinessInput['incident']['times']>) =>
  incident({ times: { ...nothing.incident.times, ...change } })
const given = (change: Partial<ReadinessInput>): ReadinessInput => ({ ...nothing, ...change })
const told = (text: string, stage: TimelineStage | null = null) => ({ timeline: [event(text, stage)] })
const linked = (url: string) => ({ cards: [card('fact', 'See there', url)] })
const imported = (text: string, tool: string, stage: TimelineStage) => {
  const original = 'https://candor.example/api/postmortems/p1/evidence/e1/file'
  return { timeline: [event(text, stage, { sourceUrl: linkToOriginal(original, tool) })] }
}

type Case = [what: string, change: Partial<ReadinessInput>]
/** For each thing: what makes it ready, what only begins it, and what says nothing of it. */
const cases: Record<ReadinessKey, { ready: Case[]; started?: Case[]; missing?: Case[] }> = {
  title: {
    ready: [['a title', incident({ title: 'Checkout slowed' })]],
    missing: [['blanks', incident({ title: '  ' })]],
  },
  when: {
    ready: [
      ['both times', times({ started: moment(at), resolved: moment(at + HOUR) })],
      ['a signal and a resolution', { timeline: [event('p95 up', 'signal'), event('fine', 'resolution')] }],
    ],
    started: [
      ['only the beginning', times({ started: moment(at) })],
      ['only the end', times({ resolved: moment(at) })],
    ],
  },
  severity: { ready: [['a severity', incident({ severity: 'SEV-2' })]] },
  services: { ready: [['a service', incident({ services: ['checkout-api'] })]] },
  commander: {
    ready: [['a holder', { roleHolders: [held('incidentCommander', 'Jonas')] }]],
    missing: [['somebody in another role', { roleHolders: [held('product', 'Jonas')] }]],
  },
  responders: { ready: [['a holder', { roleHolders: [held('primaryResponder', 'Noor')] }]] },
  changes: {
    ready: [
      ['a change', told('v318 goes out', 'change')],
      ['a deploy without a stage', told('checkout-api v318 deployed')],
    ],
    started: [
      [
        'a change three days before',
        {
          ...times({ started: moment(at) }),
          timeline: [event('old', 'change', { occurred: moment(at - 72 * HOUR) })],
        },
      ],
    ],
    missing: [['something else that happened', told('we talk', 'diagnosis')]],
  },
  mitigation: { ready: [['a step', told('scaled up', 'mitigation')]] },
  recovery: {
    ready: [
      ['a confirmed recovery', told('p95 under 500 ms', 'recovery')],
      ['a rollback', told('rolled back v318', 'mitigation')],
    ],
    started: [['only a resolution', told('all fine', 'resolution')]],
  },
  customerImpact: {
    ready: [
      ['an impact on people', { impact: '8 % of shoppers could not pay.' }],
      ['a figure', incident({ impactFacts: [{ metric: 'users affected', value: 8, unit: '%' }] })],
    ],
    started: [['an impact on nobody in particular', { impact: 'Latency was high.' }]],
  },
  businessImpact: {
    ready: [['lost orders', { impact: 'About 1,200 orders were lost.' }]],
    started: [['an impact without a price', { impact: 'Shoppers waited.' }]],
  },
  objectives: {
    ready: [['an SLO', { impact: 'The SLO for March is missed.' }]],
    missing: [['only a question about it', { cards: [card('question', 'Was the SLO missed?')] }]],
  },
  errorBudget: { ready: [['a budget', { cards: [card('fact', '38 % of the error budget is gone')] }]] },
  tickets: {
    ready: [
      ['a ticket', told('First ticket: stuck on Pay')],
      ['a help desk', linked('https://acme.zendesk.com/agent/42')],
    ],
  },
  alertsFired: {
    ready: [
      ['an alert', told('Alert: checkout p95 over 3 s', 'signal')],
      ['what an alert tool told', imported('CheckoutErrorRateHigh', 'Alertmanager webhook', 'detection')],
    ],
    started: [
      ['somebody noticed', told('A shopper calls', 'detection')],
      ['what was said in a chat', imported('5xx at 18 %', 'Slack export', 'signal')],
    ],
    missing: [['an alert that did not fire', told('No alert on pool wait time')]],
  },
  alertsQuiet: {
    ready: [
      ['no alert', { cards: [card('fact', 'There was no alert on connection waits')] }],
      ['it did not fire', told('The latency alert did not fire')],
    ],
    missing: [['an alert that fired', told('Alert: p95 over 3 s', 'signal')]],
  },
  graphs: {
    ready: [['a dashboard', linked('https://grafana.acme.example/d/checkout')]],
    started: [['some other link', linked('https://acme.example/page')]],
    missing: [['an imported alert', imported('p95', 'Grafana webhook', 'detection')]],
  },
  telemetry: {
    ready: [
      ['logs', linked('https://kibana.acme.example/x')],
      ['words of a log', told('The logs show pool timeouts')],
    ],
  },
  unknowns: {
    ready: [['an open question', { cards: [card('question', 'Why 12?')] }]],
    missing: [['a fact', { cards: [card('fact', 'It was 12')] }]],
  },
  chat: {
    ready: [
      ['a thread', linked('https://acme.slack.com/archives/C1/p2')],
      ['a room by name', told('On-call opens #inc-412')],
      ['an imported chat', imported('rolled back', 'Slack export', 'mitigation')],
    ],
    missing: [['a number', told('Order #42 fails')]],
  },
  escalation: { ready: [['an escalation', told('data platform paged', 'escalation')]] },
  statusPage: {
    ready: [['an update there', told('Status page: investigating', 'communication')]],
    started: [['an update elsewhere', told('Mail to support', 'communication')]],
  },
  timeline: {
    ready: [['two events', { timeline: [event('a'), event('b')] }]],
    started: [['one event', { timeline: [event('a')] }]],
  },
  agenda: {
    ready: [
      [
        'all three',
        {
          meeting: {
            agenda: agendaFromTemplate('60'),
            members: [member('facilitator'), member('notetaker')],
          },
        },
      ],
    ],
    started: [
      ['no notetaker', { meeting: { agenda: agendaFromTemplate('60'), members: [member('facilitator')] } }],
    ],
  },
}

const stateOf = (key: ReadinessKey, change: Partial<ReadinessInput>) =>
  readinessOf(given(change)).items.find((item) => item.key === key)?.state

describe.each(readinessItems.map(({ key }) => key))('%s', (key) => {
  test('is missing where nothing is written', () => {
    expect(stateOf(key, {})).toBe('missing')
  })
  for (const state of ['ready', 'started', 'missing'] as const) {
    test.each(cases[key][state] ?? [])(`is ${state} with %s`, (_, change) => {
      expect(stateOf(key, change)).toBe(state)
    })
  }
})

test('alerts that fired are named', () => {
  const { items } = readinessOf(
    given({
      timeline: ['one', 'two', 'three'].map((name) => event(`Alert: ${name}`, 'detection')),
    }),
  )
  expect(items.find(({ key }) => key === 'alertsFired')?.note).toBe('3 alerts: Alert: one; Alert: two')
})

test('an alert that stayed quiet is a fact that says so, in the words of whoever writes it', () => {
  expect(quietAlertFact(' Pool over 90 %. ')).toBe('Pool over 90 % did not alert.')
  expect(quietAlertFact('There was no alert on waits')).toBe('There was no alert on waits.')
  for (const named of ['Pool over 90 %', 'There was no alert on waits'])
    expect(stateOf('alertsQuiet', { cards: [card('fact', quietAlertFact(named))] })).toBe('ready')
})

describe('what counts', () => {
  const mark = (key: ReadinessKey, says: PreparationMark['says'], reason = ''): PreparationMark => ({
    id: markIdOf('item', key),
    says,
    reason,
    by: null,
    at: 0,
  })

  test('there are 24 things, each once', () => {
    expect(new Set(readinessItems.map(({ key }) => key)).size).toBe(24)
    expect(readinessOf(nothing)).toMatchObject({ ready: 0, started: 0, applying: 24 })
  })

  test('what does not apply is not counted, and its reason is told', () => {
    const { items, applying } = readinessOf(
      given({ marks: [mark('errorBudget', 'notNeeded', 'There is none.')] }),
    )
    expect(applying).toBe(23)
    expect(items.find(({ key }) => key === 'errorBudget')).toMatchObject({
      state: 'notNeeded',
      note: 'There is none.',
    })
  })

  test('what somebody marked counts before the data, and the data again once the mark is gone', () => {
    const marks = [mark('chat', 'done')]
    expect(readinessOf(given({ marks })).ready).toBe(1)
    expect(readinessOf(given({ marks, ...linked('https://acme.slack.com/x') })).ready).toBe(1)
    expect(readinessOf(nothing).ready).toBe(0)
  })

  test('a mark that says something else of a thing is passed over', () => {
    expect(readinessOf(given({ marks: [mark('chat', 'invited')] })).ready).toBe(0)
  })

  test('ready and started are told apart', () => {
    const change = { ...incident({ title: 'Checkout', severity: 'SEV-1' as const }), timeline: [event('x')] }
    expect(readinessOf(given(change))).toMatchObject({ ready: 2, started: 1 })
  })
})

describe('known unknowns', () => {
  test('are asked for what is not ready and can be asked, and no longer once they are open questions', () => {
    const of = (input: ReadinessInput) => knownUnknowns(readinessOf(input).items, input.cards)
    const before = of(nothing)
    expect(before.map(({ key }) => key)).toContain('alertsQuiet')
    expect(before.map(({ key }) => key)).not.toContain('severity')
    const { question } = before.find(({ key }) => key === 'alertsQuiet') ?? { question: '' }
    const asked = given({ cards: [card('question', `  ${question.toUpperCase()}`)] })
    expect(of(asked).map(({ key }) => key)).not.toContain('alertsQuiet')
    expect(of(given(told('Alert: p95', 'signal'))).map(({ key }) => key)).not.toContain('alertsFired')
  })
})
