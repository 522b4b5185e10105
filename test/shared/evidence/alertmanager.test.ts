import { expect, test } from 'vitest'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { alertmanager } from '../../../shared/evidence/formats/alertmanager.ts'
import { instant, readAs, readText } from './readAs.ts'

const START = '2026-03-11T10:14:10.123456789Z'
const END = '2026-03-11T10:47:40.5Z'
const NOT_YET = '0001-01-01T00:00:00Z'
const alert = (more: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'ErrorsHigh', service: 'checkout' },
  annotations: { summary: '5xx at 18%' },
  startsAt: START,
  endsAt: NOT_YET,
  fingerprint: 'f1',
  ...more,
})
const group = (alerts: unknown[], more: object = {}) => ({
  version: '4',
  groupKey: '{}',
  status: 'firing',
  receiver: 'pager',
  alerts,
  ...more,
})

test('an alert that ends in the year 1 still fires', () => {
  const { drafts } = readAs(alertmanager, group([alert()]))
  expect(drafts).toMatchObject([
    {
      nativeId: 'f1',
      at: instant('2026-03-11T10:14:10.123Z'),
      kindHint: 'alert',
      actor: 'Alertmanager',
      place: 'checkout',
      text: 'ErrorsHigh fired: 5xx at 18%',
    },
  ])
})

test('an alert that is over tells when it fired, and when it was resolved since then', () => {
  const { drafts } = readAs(alertmanager, group([alert({ status: 'resolved', endsAt: END })]))
  expect(drafts).toMatchObject([
    { kindHint: 'alert', at: instant('2026-03-11T10:14:10.123Z') },
    { kindHint: 'resolve', at: instant(END), startedAt: instant('2026-03-11T10:14:10.123Z') },
  ])
})

test('a group that fires may hold an alert that is over', () => {
  const over = alert({ status: 'resolved', endsAt: END, fingerprint: 'f2' })
  const { drafts } = readAs(alertmanager, group([alert(), over]))
  expect(drafts.map(({ nativeId, kindHint }) => `${nativeId} ${kindHint}`)).toEqual([
    'f1 alert',
    'f2 alert',
    'f2 resolve',
  ])
})

test('an alert that fires is not over, even if a time for its end is planned', () => {
  const { drafts } = readAs(alertmanager, group([alert({ endsAt: END })]))
  expect(drafts).toHaveLength(1)
})

test('when an alert ended that is over without an end is asked', () => {
  const { drafts } = readAs(alertmanager, group([alert({ status: 'resolved' })]))
  expect(drafts[1]).toMatchObject({ kindHint: 'resolve', at: null, needs: ['time'] })
})

test('an alert that is sent again counts once, and the file says so', () => {
  const repeated = group([alert()])
  const later = group([alert({ startsAt: '2026-03-11T11:00:00Z' })])
  const { drafts, about } = readAs(alertmanager, repeated, repeated, later)
  expect(drafts).toHaveLength(2)
  expect(about('repeated')).toEqual(['One entry came more than once and counts once, as last delivered.'])
})

test('an old sender’s alert is known by its labels, in whatever order, and over when its group is', () => {
  const old = (labels: object) => {
    const { startsAt, annotations } = alert()
    return { labels, annotations, startsAt, endsAt: END }
  }
  const { drafts } = readAs(
    alertmanager,
    group([old({ alertname: 'A', job: 'j' })], { status: 'resolved', truncatedAlerts: undefined }),
    group([old({ job: 'j', alertname: 'A' })], { status: 'resolved' }),
  )
  expect(drafts.map(({ nativeId, kindHint }) => [nativeId, kindHint])).toEqual([
    ['alertname=A job=j', 'alert'],
    ['alertname=A job=j', 'resolve'],
  ])
})

test('alerts that the sender cut off are said to be missing', () => {
  expect(readAs(alertmanager, group([alert()], { truncatedAlerts: 3 })).about('incomplete')).toEqual([
    '3 alerts of the group are not in this file: the sender cut it short.',
  ])
  expect(readAs(alertmanager, group([alert()], { truncatedAlerts: 0 })).about('incomplete')).toEqual([])
})

test('a time without a zone is asked about, and read once the zone is said', () => {
  const text = JSON.stringify(group([alert({ startsAt: '2026-03-11T11:14:10' })]))
  expect(readText(alertmanager, text).drafts[0]).toMatchObject({ at: null, needs: ['zone'] })
  expect(readText(alertmanager, text, { ...noAnswers, zone: 'Europe/Amsterdam' }).drafts[0]).toMatchObject({
    at: instant('2026-03-11T10:14:10Z'),
    needs: [],
  })
})

test('what is no alert is named with the way to it, and the others are read', () => {
  const { drafts, problems } = readAs(alertmanager, group([7, alert()]))
  expect(drafts).toHaveLength(1)
  expect(problems).toMatchObject([{ path: [0, 'alerts', 0], problem: 'is 7; expected object' }])
})

test('alerts that the API lists still fire, though the end they are given has passed', () => {
  const listed = (fingerprint: string, state: string) => ({
    ...alert({ endsAt: END, fingerprint }),
    status: { state, inhibitedBy: [], silencedBy: [] },
    receivers: [{ name: 'pager' }],
    updatedAt: START,
  })
  const both = [listed('f1', 'active'), listed('f2', 'suppressed')]
  for (const payload of [both, { status: 'success', data: both }]) {
    expect(readAs(alertmanager, payload).drafts).toMatchObject([
      { nativeId: 'f1', at: instant('2026-03-11T10:14:10.123Z'), kindHint: 'alert' },
      { nativeId: 'f2', kindHint: 'alert' },
    ])
  }
})

test('a time as Go prints it, with its zone named twice, is that time', () => {
  const printed = {
    startsAt: '2026-03-11 11:14:10.123456789 +0100 CET',
    endsAt: '0001-01-01 00:00:00 +0000 UTC',
  }
  expect(readAs(alertmanager, group([alert(printed)])).drafts).toMatchObject([
    { at: instant('2026-03-11T10:14:10.123Z'), needs: [] },
  ])
})
