import { describe, expect, test } from 'vitest'
import { jsonLog } from '../../../shared/evidence/formats/jsonLog.ts'
import { instant, readAs } from './readAs.ts'
import { readText } from './samples.ts'

describe('a line of a log in JSON may be that of', () => {
  test.each([
    ['pino', { level: 50, time: 1773224050123, hostname: 'h', msg: 'up' }],
    ['winston', { timestamp: '2026-03-11T10:14:10.123Z', level: 'error', message: 'up', service: 'h' }],
    ['Docker', { log: 'up\n', stream: 'stderr', time: '2026-03-11T10:14:10.123456789Z', container: 'h' }],
    ['the journal', { __REALTIME_TIMESTAMP: '1773224050123456', MESSAGE: 'up', _HOSTNAME: 'h' }],
    ['Serilog', { '@t': '2026-03-11T10:14:10.1234567Z', '@mt': 'up', SourceContext: 'x', host: 'h' }],
    ['someone’s script', { time_utc: '2026-03-11 10:14:10.123', what: 'up', host: 'h' }],
  ])('%s', (_, record) => {
    const { drafts, problems } = readAs(jsonLog, record, record)
    expect(problems).toEqual([])
    expect(drafts).toHaveLength(2) // the same words twice are said twice
    expect(drafts[0]).toMatchObject({ at: instant('2026-03-11T10:14:10.123Z'), text: 'up', place: 'h' })
  })
})

test('a time without its zone or its day needs them, and the day may stand beside the clock', () => {
  expect(readAs(jsonLog, { time: '2026-03-11 10:14', msg: 'a' }).drafts).toMatchObject([{ needs: ['zone'] }])
  expect(readAs(jsonLog, { time: '10:14Z', msg: 'a' }).drafts).toMatchObject([{ needs: ['date'] }])
  expect(readAs(jsonLog, { date: '2026-03-11', time: '10:14Z', msg: 'a' }).drafts).toMatchObject([
    { at: instant('2026-03-11T10:14:00Z') },
  ])
})

test('a list in a record is read, what lacks a time asks for it, and what lacks words is named', () => {
  const timeline = [
    { at: '2026-03-11T10:14:00Z', text: 'rate up', kind: 'alert', who: { name: 'Mei' } },
    { at: '2026-03-11T10:16:00Z', text: 'acked' },
    { text: 'some time later' },
    { at: '2026-03-11T10:19:00Z' },
    { at: '2026-03-11T10:20:00Z', text: 'done' },
  ]
  const { drafts, problems } = readText(JSON.stringify({ incident: 'INC-4127', timeline }, null, 1))
  expect(drafts).toMatchObject([
    { kindHint: 'alert', actor: 'Mei' },
    { text: 'acked' },
    { text: 'some time later', needs: ['time'] },
    { text: 'done' },
  ])
  expect(problems).toMatchObject([{ line: 19, problem: expect.stringContaining('words') }])
})

test('an error of which nothing else is known is a signal', () => {
  const kinds = ['error', 'info'].map(
    (level) => readAs(jsonLog, { time: '2026-03-11T10:14:00Z', level, msg: 'boom' }).drafts[0]?.kindHint,
  )
  expect(kinds).toEqual(['signal', 'other'])
})

test('a record with a day and a description is no log, nor is a file that has few times', () => {
  const unknown = [{ problem: expect.stringContaining('not known') }]
  expect(readText('{"name":"x","date":"2026-03-11","description":"y"}').problems).toMatchObject(unknown)
  const records = [{ time: '2026-03-11T10:14:00Z', msg: 'a' }, { id: 1 }, { id: 2 }]
  expect(readText(JSON.stringify(records)).problems).toMatchObject(unknown)
})

test('lines that are broken are named, and the others are read', () => {
  const line = JSON.stringify({ time: '2026-03-11T10:14:00Z', msg: 'a' })
  const { drafts, problems } = readText(`${line}\n${line.slice(0, 20)}\n${line}\n`)
  expect(drafts).toHaveLength(2)
  expect(problems).toMatchObject([{ line: 2 }])
})
