import { expect, test } from 'vitest'
import { grafana } from '../../../shared/evidence/formats/grafana.ts'
import { instant, readAs } from './readAs.ts'

const alert = (more: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'Checkout p95' },
  annotations: { summary: 'p95 above 2s' },
  startsAt: '2026-03-11T11:13:00+01:00',
  endsAt: '0001-01-01T00:00:00Z',
  values: null,
  fingerprint: 'f1',
  silenceURL: '',
  ...more,
})
const group = (...alerts: object[]) => ({ receiver: 'r', status: 'firing', orgId: 1, version: '1', alerts })

test('an alert is read at its offset, whether it brings values or null', () => {
  const { drafts } = readAs(grafana, group(alert(), alert({ fingerprint: 'f2', values: { A: 9.8 } })))
  expect(drafts).toMatchObject([
    { nativeId: 'f1', at: instant('2026-03-11T10:13:00Z'), actor: 'Grafana', kindHint: 'alert' },
    { nativeId: 'f2', at: instant('2026-03-11T10:13:00Z'), text: 'Checkout p95 fired: p95 above 2s' },
  ])
})

test('the test button is no alert, and leaving it out is said', () => {
  const { drafts, about } = readAs(grafana, group(alert({ labels: { alertname: 'TestAlert' } })))
  expect(drafts).toEqual([])
  expect(about('leftOut')).toHaveLength(1)
})

test.each([
  ['alerting', 'alert'],
  ['ok', 'resolve'],
])('Grafana 8 does not say when something was %s, so it is asked', (state, kindHint) => {
  const old = {
    ruleId: 7,
    ruleName: 'p95',
    ruleUrl: 'x',
    state,
    evalMatches: [],
    title: `[${state}] p95`,
    message: 'slow',
  }
  expect(readAs(grafana, old).drafts).toMatchObject([
    { nativeId: '7', at: null, needs: ['time'], text: `[${state}] p95: slow`, kindHint },
  ])
})

test('alerts that Grafana cut off are said to be missing', () => {
  expect(readAs(grafana, { ...group(alert()), truncatedAlerts: 1 }).about('incomplete')).toEqual([
    'One alert of the group is not in this file: the sender cut it short.',
  ])
})

test('the test button of Grafana 8 is no alert either', () => {
  const test = {
    ruleId: 0,
    ruleName: 'Test notification',
    state: 'alerting',
    title: '[Alerting] Test notification',
  }
  expect(readAs(grafana, test).drafts).toEqual([])
  expect(readAs(grafana, test).about('leftOut')).toHaveLength(1)
})

test('Grafana is known by its title and state where nothing else of its own is left', () => {
  const { silenceURL: _url, values: _values, ...bare } = alert()
  const { orgId: _id, ...rest } = group(bare)
  expect(readAs(grafana, { ...rest, title: '[FIRING:1] p95', state: 'alerting' }).drafts).toMatchObject([
    { nativeId: 'f1', actor: 'Grafana' },
  ])
})

test('an alert that a rule has no data names the rule', () => {
  const labels = { alertname: 'DatasourceNoData', rulename: 'Checkout p95' }
  expect(readAs(grafana, group(alert({ labels, annotations: {} }))).texts).toEqual([
    'DatasourceNoData of Checkout p95 fired',
  ])
})

test.each([
  ['pending', 'signal'],
  ['paused', 'other'],
  ['no_data', 'alert'],
])('what is %s in Grafana 8 is suggested as %s, with what was measured', (state, kindHint) => {
  const evalMatches = [{ metric: 'p95', value: 9.8, tags: null }, null]
  expect(readAs(grafana, { ruleId: 7, ruleName: 'Latency', state, evalMatches }).drafts).toMatchObject([
    { kindHint, text: `Latency is ${state}: p95 9.8` },
  ])
})

test('an alert without a name is called what its group is', () => {
  const nameless = group({ status: 'firing', fingerprint: 'f1' })
  expect(readAs(grafana, { ...nameless, title: '[FIRING:1] p95' }).drafts).toMatchObject([
    { nativeId: 'f1', needs: ['time'], text: '[FIRING:1] p95 fired' },
  ])
})
