import { expect, test } from 'vitest'
import { opsgenie } from '../../../shared/evidence/formats/opsgenie.ts'
import { opsgenieWebhook } from '../../../shared/evidence/formats/opsgenieWebhook.ts'
import { instant, readAs, readText } from './readAs.ts'

const created = '2026-03-11T10:14:32.000Z'
const alert = (more: object = {}) => ({
  id: 'a1',
  tinyId: '4127',
  message: 'Errors high',
  status: 'closed',
  createdAt: created,
  lastOccurredAt: '2026-03-11T10:44:58Z',
  count: 14,
  report: { ackTime: 91_000, closeTime: 2_010_551, acknowledgedBy: 'priya', closedBy: 'System' },
  ...more,
})
const log = (said: string, offset = said) => ({
  log: said,
  type: 'system',
  owner: 'System',
  createdAt: created,
  offset,
})

test('an alert without its log tells when it was acknowledged and closed, counted from its creation', () => {
  expect(readAs(opsgenie, { data: alert() }).drafts).toMatchObject([
    { at: instant(created), kindHint: 'alert', count: 14, endedAt: instant('2026-03-11T10:44:58Z') },
    { at: instant(created) + 91_000, kindHint: 'join', actor: 'priya' },
    { at: instant(created) + 2_010_551, kindHint: 'resolve', actor: 'System' },
  ])
})

test('an alert with its log is told by the log alone, each entry with what the alert is about', () => {
  const { drafts } = readAs(opsgenie, { data: alert(), logs: { data: [log('Alert created via API')] } })
  expect(drafts).toMatchObject([{ text: 'Alert created via API – Errors high', kindHint: 'alert' }])
})

test('when a closed alert was closed is asked if its report does not say', () => {
  const { drafts } = readAs(opsgenie, { data: [alert({ report: undefined })] })
  expect(drafts.map(({ kindHint, needs }) => [kindHint, needs])).toEqual([
    ['alert', []],
    ['resolve', ['time']],
  ])
})

test.each([
  ['Alert acknowledged via mobile', 'join'],
  ['Alert un-acknowledged via web', 'other'],
  ['Alert closed via API', 'resolve'],
  ['Escalated to next rule', 'escalate'],
  ['SMS notification sent to priya', 'escalate'],
])('the log entry “%s” is suggested as %s', (said, kindHint) => {
  expect(readAs(opsgenie, { data: [log(said)] }).drafts).toMatchObject([{ kindHint, nativeId: said }])
})

test('notes are told as what they say, and a page that has more says so', () => {
  const notes = {
    data: [{ note: 'Maybe the pool', owner: 'mei', createdAt: created, offset: 'o1' }],
    paging: { next: 'x' },
  }
  const { drafts, about } = readAs(opsgenie, notes)
  expect(drafts).toMatchObject([{ text: 'Maybe the pool', actor: 'mei', kindHint: 'hypothesis' }])
  expect(about('incomplete')).toHaveLength(1)
})

const delivery = (action: string, more = '') =>
  `{"action":"${action}","alert":{"alertId":"a1","message":"Errors high","username":"mei","createdAt":1773224072100${more}},"source":{"name":"web"}}`

test('the webhook tells a creation in ms, and what came after it in ns that no double can hold', () => {
  const text = [delivery('Create'), delivery('Close', ',"updatedAt":1773226082551000333')].join('\n')
  expect(readText(opsgenieWebhook, text).drafts).toMatchObject([
    { nativeId: 'a1', at: 1773224072100, kindHint: 'alert', actor: 'mei' },
    { nativeId: 'a1', at: 1773226082551, kindHint: 'resolve' },
  ])
})

test('when something was done to an alert is asked if only the creation of the alert is known', () => {
  expect(readText(opsgenieWebhook, delivery('Acknowledge')).drafts).toMatchObject([
    { at: null, needs: ['time'], kindHint: 'join' },
  ])
})

test('a log beside its alert that has a next page says so', () => {
  const { about } = readAs(opsgenie, { data: alert(), logs: { data: [log('x')], paging: { next: 'y' } } })
  expect(about('incomplete')).toHaveLength(1)
})

test('what the heir of Opsgenie lists as values is read alike', () => {
  const { drafts, about } = readAs(opsgenie, { values: [log('Alert closed')], links: { next: 'y' } })
  expect(drafts).toMatchObject([{ kindHint: 'resolve' }])
  expect(about('incomplete')).toHaveLength(1)
})

test('a note in a webhook is told in its words', () => {
  const text = delivery('AddNote', ',"note":"Maybe the pool","updatedAt":1773226082551000333')
  expect(readText(opsgenieWebhook, text).drafts).toMatchObject([
    { text: 'Add note: Errors high: Maybe the pool', kindHint: 'hypothesis' },
  ])
})

test('to whom an alert was given, and what became of its priority or tags, is told', () => {
  const later = ',"updatedAt":1773226082551000333'
  const text = [
    delivery('AssignOwnership', `,"owner":"tom"${later}`),
    delivery('UpdatePriority', `,"oldPriority":"P3","priority":1${later}`),
    delivery('AddTeam', `,"team":"payments","owner":"tom"${later}`),
    delivery('AddTags', `,"addedTags":"vip,eu"${later}`),
  ].join('\n')
  expect(readText(opsgenieWebhook, text).texts).toEqual([
    'Assign ownership: Errors high: to tom',
    'Update priority: Errors high: P3 → 1',
    'Add team: Errors high: payments',
    'Add tags: Errors high: vip,eu',
  ])
})

test('an answer of the API without entries is known for what it is', () => {
  expect(readAs(opsgenie, { data: [], took: 0.1, requestId: 'r' }).drafts).toEqual([])
})

test('a note of Jira is known by its id', () => {
  const note = { id: 'n1', note: 'Looking', owner: 'mei', createdAt: created }
  expect(readAs(opsgenie, { values: [note] }).drafts).toMatchObject([{ nativeId: 'n1', actor: 'mei' }])
})
