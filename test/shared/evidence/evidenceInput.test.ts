import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../shared/evidence/cleanText.ts'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { evidenceInput } from '../../../shared/evidence/evidenceInput.ts'
import { epochInstant, isoInstant, isoTiming } from '../../../shared/evidence/evidenceTime.ts'
import { losslessJson } from '../../../shared/evidence/losslessJson.ts'
import { readEvidence } from '../../../shared/evidence/readEvidence.ts'
import { readText } from './samples.ts'

const character = (code: number) => String.fromCharCode(code)

test('ids beyond what a number holds stay apart, and digits in words stay words', () => {
  expect(
    losslessJson('{"a":1502709956288000110,"b":[1502709956288000111],"c":"x 1502709956288000110","d":1.5}'),
  ).toEqual({
    a: '1502709956288000110',
    b: ['1502709956288000111'],
    c: 'x 1502709956288000110',
    d: 1.5,
  })
})

test('JSON lines that are broken are named, and the others are read', () => {
  const { documents, problems } = evidenceInput('x', '{"a":1}\n{"a":\n{"a":3}\n')
  expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { a: 3 }])
  expect(problems).toMatchObject([{ line: 2 }])
})

test('values one after the other, as a log of webhooks has them, are all read', () => {
  const { documents } = evidenceInput('x', '{\n "a": 1\n}\n{\n "a": 2\n}\n')
  expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { a: 2 }])
})

test('of a list that is cut off, what stands whole before is read, and no half record', () => {
  const { documents, problems } = evidenceInput('x', '{"list":[{"a":1,"b":[1,2]},\n{"a":2,"b":[1,')
  expect(documents.map(({ value }) => value)).toEqual([{ list: [{ a: 1, b: [1, 2] }] }])
  expect(problems).toMatchObject([{ line: 2 }])
})

test.each([
  ['UTF-16 with a mark', [0xfe, 0xff, 0, 0x31, 0, 0x30]],
  ['UTF-16 without one', [0x31, 0, 0x30, 0]],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x31, 0x30]],
])('%s is read', (_, bytes) => {
  expect(evidenceInput('x', Uint8Array.from(bytes)).text).toBe('10')
})

test('what is not seen is removed from words: codes of terminals, direction marks, NUL, and half a character', () => {
  const [esc, bell] = [character(27), character(7)]
  const text = `${esc}[1;31mred${esc}[0m ${esc}]0;title${bell}a${character(0)}b\u202ec\u2066d\ufeff \ud800 👩‍🚒\r\nnext`
  expect(cleanText(text)).toBe('red abcd \ufffd 👩‍🚒\nnext')
})

describe('an instant', () => {
  test.each([
    ['2019-02-04T18:29:41.612+0000', '2019-02-04T18:29:41.612Z'],
    ['2018-03-07T06:33:21.873077559-05:00', '2018-03-07T11:33:21.873Z'],
    ['2026-03-11 10:14:10 UTC', '2026-03-11T10:14:10.000Z'],
    ['2026-03-11T10:14Z', '2026-03-11T10:14:00.000Z'],
  ])('%s is read', (written, at) => {
    expect(isoInstant(written)).toBe(Date.parse(at))
  })

  test.each([
    '0001-01-01T00:00:00Z',
    '2026-02-30T10:00:00Z',
    '2026-03-11T25:00:00Z',
    '2026-03-11T10:14:10',
    '',
    null,
    5,
  ])('%s is none', (written) => expect(isoInstant(written)).toBeNull())

  test('without its zone asks for it', () => {
    expect(isoTiming('2026-03-11T10:14:10', noAnswers)).toMatchObject({ at: null, needs: ['zone'] })
  })

  test('in seconds, thousandths, millionths or billionths is the same', () => {
    for (const written of [
      1773224343,
      '1773224343',
      1773224343000,
      '1773224343000000',
      '1773224343000000110',
    ]) {
      expect(epochInstant(written)).toBe(1773224343000)
    }
    expect(epochInstant(Number.POSITIVE_INFINITY)).toBeNull()
  })
})

test('what nobody knows is named: empty files, other JSON, broken JSON with its line, and words without times', () => {
  expect(readText('').problems).toMatchObject([{ problem: 'is empty' }])
  expect(readText('{"a":1}').problems).toMatchObject([{ problem: expect.stringContaining('not known') }])
  expect(readText('{\n"a": oops}').problems).toMatchObject([{ line: 2 }])
  expect(readText('nothing to see').problems).toMatchObject([{ problem: expect.stringContaining('time') }])
})

test.each(['[]', '{"deployments":[]}', '{"data":[],"pagination":{"count":0}}'])(
  '%s is said to be a list without anything in it',
  (text) => {
    expect(readText(text).problems).toMatchObject([{ problem: 'is a list without anything in it' }])
  },
)

test('a log of what several tools sent is read as each of them writes, and what none of them knows is named', () => {
  const alert = { receiver: 'r', alerts: [{ labels: { alertname: 'A' }, startsAt: '2026-03-11T10:14:00Z' }] }
  const event = {
    event: { id: 'e1', event_type: 'incident.resolved', occurred_at: '2026-03-11T10:56:00Z', data: {} },
  }
  const issue = { eventID: 's1', dateCreated: '2026-03-11T10:12:00Z', title: 'T' }
  const content = [alert, event, { hello: 1 }, issue, event].map((one) => JSON.stringify(one)).join('\n')
  const counts: number[] = []
  const readings = readEvidence(
    [{ path: 'log', content: `${content}\n{"cut` }],
    noAnswers,
    (_path, count) => {
      counts.push(count)
    },
  )
  expect(
    readings.map(({ format, drafts, problems }) => [format, drafts.length, problems.map(({ line }) => line)]),
  ).toEqual([
    ['alertmanager-webhook', 1, [6, 3]],
    ['pagerduty-webhook-v3', 1, []],
    ['sentry-issue', 1, []],
  ])
  expect(counts.at(-1)).toBe(3)
})
