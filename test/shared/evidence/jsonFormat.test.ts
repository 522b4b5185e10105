import { expect, test } from 'vitest'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { evidenceInput } from '../../../shared/evidence/evidenceInput.ts'
import { epochInstant } from '../../../shared/evidence/evidenceTime.ts'
import { alertmanager } from '../../../shared/evidence/formats/alertmanager.ts'
import { intercom } from '../../../shared/evidence/formats/intercom.ts'
import { pagerdutyWebhook } from '../../../shared/evidence/formats/pagerdutyWebhook.ts'
import { readAs, readText } from './readAs.ts'

const event = (id: string) => ({
  event: {
    id,
    event_type: 'incident.triggered',
    occurred_at: '2026-03-11T10:15:00Z',
    data: { title: 'Errors' },
  },
})

test('one object, a list of them and one a line are read alike', () => {
  const two = [event('a'), event('b')]
  const ids = (text: string) => readText(pagerdutyWebhook, text).drafts.map(({ nativeId }) => nativeId)
  expect(ids(JSON.stringify(event('a'), null, 2))).toEqual(['a'])
  expect(ids(JSON.stringify(two))).toEqual(['a', 'b'])
  expect(ids(two.map((one) => JSON.stringify(one)).join('\n'))).toEqual(['a', 'b'])
})

test('what other tools wrote among the lines is named, and the others are read', () => {
  const { drafts, problems } = readAs(pagerdutyWebhook, { hello: 1 }, event('a'), [event('b'), 7])
  expect(drafts).toHaveLength(2)
  expect(problems).toEqual([
    { line: null, path: [0], problem: 'is not a record of this format (PagerDuty webhook)' },
    { line: null, path: [2, 1], problem: 'is not a record of this format (PagerDuty webhook)' },
  ])
})

test('a file of something else is not recognised', () => {
  for (const text of ['', '[]', '{}', 'null', '{"alerts":7}', '{"event":{"event_type":"x"}}']) {
    expect(pagerdutyWebhook.recognises(evidenceInput('a file', text))).toBe(false)
    expect(alertmanager.recognises(evidenceInput('a file', text))).toBe(false)
  }
})

test('a hundred and fifty thousand records are read', () => {
  const many = <Item>(make: (position: number) => Item) =>
    Array.from({ length: 150_000 }, (_, at) => make(at))
  const alerts = many((at) => ({ fingerprint: `f${at}`, startsAt: '2026-03-11T10:15:00Z', labels: {} }))
  const conversations = many((at) => ({ id: at, created_at: 1773224520, conversation_parts: {} }))
  const count = (format: typeof intercom, value: object) =>
    format.read(evidenceInput('a file', JSON.stringify(value)), noAnswers).drafts.length
  expect(count(alertmanager, { receiver: 'r', alerts })).toBe(150_000)
  expect(count(intercom, { conversations })).toBe(150_000)
}, 30_000)

test('a webhook that was kept with its headers is read, whether its body is JSON or text', () => {
  const headers = { 'content-type': 'application/json' }
  const kept = [
    { headers, body: event('a') },
    { method: 'POST', headers, body: JSON.stringify([event('b'), event('c')]) },
    { headers, payload: event('d') },
  ]
  const { drafts, problems } = readAs(pagerdutyWebhook, ...kept, { headers, body: 'cut {' })
  expect(drafts.map(({ nativeId }) => nativeId)).toEqual(['a', 'b', 'c', 'd'])
  expect(problems).toMatchObject([{ path: [3] }])
})

test('a list of pages is read as its pages are', () => {
  const text = JSON.stringify([[event('a')], [event('b'), event('c')]])
  expect(readText(pagerdutyWebhook, text).drafts).toHaveLength(3)
})

test.each([
  ['1773226082001000000', 1773226082001],
  ['1773226082002999999', 1773226082002],
  ['1773226082002999', 1773226082002],
  ['1773226082002', 1773226082002],
  ['1773226082.002999', 1773226082002],
  ['1.773226082002999e+18', 1773226082002],
  ['1.77322E+12', null], // a spreadsheet has rounded it by minutes
])('%s is the thousandth of a second that it says', (written, at) => {
  expect(epochInstant(written)).toBe(at)
})
