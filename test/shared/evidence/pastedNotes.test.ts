import { describe, expect, test } from 'vitest'
import { iso, readText } from './samples.ts'

const on = { zone: 'UTC', date: '2026-03-11' }
const linesOf = (text: string, answers = {}) =>
  readText(text, answers).drafts.map(({ at, needs, text }) => [iso(at) ?? needs.join('+'), text])

test('several times in one sentence are one event each', () => {
  const text =
    'At 10:14 errors rose, at 10:16 Priya acked and at 10:19 SEV-2 was declared. The rollback ran from 10:38 to 10:44 and by 10:47 we were back.'
  expect(linesOf(text, on)).toEqual([
    ['2026-03-11T10:14:00.000Z', 'errors rose'],
    ['2026-03-11T10:16:00.000Z', 'Priya acked'],
    ['2026-03-11T10:19:00.000Z', 'SEV-2 was declared.'],
    ['2026-03-11T10:38:00.000Z', 'The rollback ran from 10:38 to 10:44'],
    ['2026-03-11T10:47:00.000Z', 'we were back.'],
  ])
  expect(linesOf('10:14 alert; 10:16 acked; 10:19 declared', on).map(([, words]) => words)).toEqual([
    'alert',
    'acked',
    'declared',
  ])
  expect(linesOf('At 10:14, 10:16 and 10:20 the service failed.', on)).toHaveLength(1)
  expect(linesOf('Between 10:14 and 10:20 the service failed.', on)).toHaveLength(1)
  expect(linesOf('10:41 Priya says that, at 10:12, latency rose', on)).toHaveLength(1)
})

test('the day a sentence begins with is the day of the time further on', () => {
  const text =
    '**July 20, 2016** there was an outage of 34 minutes from 14:44 UTC. We heard on July 22 that it was over before 15:50 UTC.'
  expect(linesOf(text).map(([at]) => at)).toEqual(['2016-07-20T14:44:00.000Z', 'date'])
})

test('a heading may have its time in brackets at the end, and the paragraphs below are about it', () => {
  const text =
    '### Initial detection (10/28 13:37)\nCPU load was high.\n\n### Triage (10/28 13:50 – 10/29 02:00)\nHardware suspected.\n'
  const { drafts } = readText(text, { zone: 'UTC', date: '2021-10-31' })
  expect(drafts.map(({ at, endedAt, text }) => [iso(at), iso(endedAt), text])).toEqual([
    ['2021-10-28T13:37:00.000Z', null, 'Initial detection\nCPU load was high.'],
    ['2021-10-28T13:50:00.000Z', '2021-10-29T02:00:00.000Z', 'Triage\nHardware suspected.'],
  ])
  expect(linesOf(text, { zone: 'UTC' }).map(([at]) => at)).toEqual(['date', 'date'])
})

test('a range whose end names its day ends on that day', () => {
  const { drafts } = readText('2026-03-11 23:14 UTC – 2026-03-12 01:10 UTC: outage\n')
  expect(drafts).toMatchObject([
    { at: Date.UTC(2026, 2, 11, 23, 14), endedAt: Date.UTC(2026, 2, 12, 1, 10), text: 'outage' },
  ])
})

test('a word of what became of it and a day is one of its own, to the day', () => {
  const text = '- First detected: 2023-07-25 14:05\n- Resolved 2023-09-25\n'
  expect(readText(text, { zone: 'UTC' }).drafts).toMatchObject([
    { text: 'First detected', precision: 'minute' },
    { text: 'Resolved', precision: 'day', at: Date.UTC(2023, 8, 25) },
  ])
})

test('how long something took is no time of a day', () => {
  const text = 'Detected: 2026-03-11 10:16 UTC\nDuration: 0:56\nTime to resolve: 1:10\n'
  expect(linesOf(text)).toEqual([['2026-03-11T10:16:00.000Z', 'Detected']])
})

describe('another day than the one above is asked for', () => {
  test.each([
    ['told by the day before', 'Date: 2026-03-11\n23:50 a\nNext day 09:00 b'],
    ['in a sentence', 'On 2026-03-11 at 23:50 it broke. The following morning at 09:00 we met.'],
    ['by its weekday', 'Date: 2026-03-11\nWed 10:14 a\nThu 10:20 b'],
  ])('%s', (_, text) => {
    const needs = readText(text, { zone: 'UTC' }).drafts.map(({ needs }) => needs)
    expect(needs).toEqual([[], ['date']])
  })
})

describe('a table in Markdown', () => {
  test('may say the time on two clocks, of which the one with a zone counts', () => {
    expect(linesOf('| Local time | UTC | What |\n|--|--|--|\n| 09:37 | 17:37 | a |\n', on)).toEqual([
      ['2026-03-11T17:37:00.000Z', 'a'],
    ])
    const { drafts } = readText('| UTC | PST | What |\n|--|--|--|\n| 17:37 | 09:37 | a |\n', {
      date: '2026-03-11',
    })
    expect(drafts).toMatchObject([{ at: Date.UTC(2026, 2, 11, 17, 37), text: 'a' }])
  })

  test('goes on in rows without a first cell, and leaves out those without a time', () => {
    const text = '| Time (UTC) | What |\n|--|--|\n| 11.50 | a |\n|  | more |\n| later | b |\n'
    expect(linesOf(text, on)).toEqual([['2026-03-11T11:50:00.000Z', 'a\nmore']])
    expect(readText(text, on).notes).toMatchObject([{ about: 'leftOut' }])
  })
})

describe('a zone may be written', () => {
  test.each([
    ['10:14 utc up', '10:14'],
    ['10:14 Pacific Time up', '17:14'],
    ['2026-03-11 10:14 US/Pacific up', '17:14'],
    ['10:14 UTC / 11:14 CET - up', '10:14'],
    ['10:14 UTC (02:14 PST) - up', '10:14'],
    ['1014hrs up', '10:14'],
    ['10:14ish up', '10:14'],
    ['(1) 10:14 up', '10:14'],
    ['a) 10:14 up', '10:14'],
    ['No later than 10:14 up', '10:14'],
    ['14 Uhr up', '14:00'],
  ])('%s', (line, time) => {
    expect(linesOf(line, on)).toEqual([[`2026-03-11T${time}:00.000Z`, 'up']])
  })

  test('by letters that mean several, none of which is the answer, is asked again', () => {
    expect(linesOf('10:14 IST up', on)).toEqual([['zone', 'up']])
    expect(linesOf('10:14 IST up', { ...on, zone: 'Asia/Kolkata' })).toEqual([
      ['2026-03-11T04:44:00.000Z', 'up'],
    ])
    const autumn = '2025-10-26 01:30 BST up'
    expect(linesOf(autumn, { zone: 'Europe/London' })).toEqual([['2025-10-26T00:30:00.000Z', 'up']])
  })
})

test('what is counted from the beginning may have several units, or none', () => {
  const anchor = Date.UTC(2026, 2, 11, 10, 12)
  const text = 'T0: deploy\nT+1h 5m: fixed\nT-5min: change\nT+3 paged\n'
  expect(linesOf(text, { anchor }).map(([at]) => at)).toEqual([
    '2026-03-11T10:07:00.000Z',
    'time',
    '2026-03-11T10:12:00.000Z',
    '2026-03-11T11:17:00.000Z',
  ])
  expect(linesOf(text).map(([needs]) => needs)).toEqual(['anchor', 'anchor', 'anchor', 'anchor'])
})

test('a log may begin its lines with seconds since 1970, or name the time among its fields', () => {
  expect(linesOf('1773224050.123 a\n[1773224051] b\nlevel=warn ts=2026-03-11T10:14:12Z msg="c"\n')).toEqual([
    ['2026-03-11T10:14:10.123Z', 'a'],
    ['2026-03-11T10:14:11.000Z', 'b'],
    ['2026-03-11T10:14:12.000Z', 'level=warn ts=2026-03-11T10:14:12Z msg="c"'],
  ])
})

test('times below their words, as status pages have them, are those of the words above', () => {
  const text =
    'Resolved\nIt is over.\nMar 11, 2026 - 11:10 UTC\n\nInvestigating - We look.\nMar 11, 2026 - 10:22 UTC\n'
  expect(linesOf(text)).toEqual([
    ['2026-03-11T10:22:00.000Z', 'Investigating - We look.'],
    ['2026-03-11T11:10:00.000Z', 'Resolved\nIt is over.'],
  ])
})

test('a label and its time is one of its own, and that of the document only names the day', () => {
  const text = 'Date: 2026-03-11 09:58 (UTC)\nStart: 10:14 UTC\nEnd: 11:10 UTC\nImpact: 18% failed\n'
  expect(linesOf(text)).toEqual([
    ['2026-03-11T10:14:00.000Z', 'Start'],
    ['2026-03-11T11:10:00.000Z', 'End'],
  ])
})

test('the zone of a text may stand between signs of emphasis, a range behind a word in any of the languages', () => {
  expect(linesOf('_Times are CET._\n\n11 March 2026\n10:14 up\n')).toEqual([
    ['2026-03-11T09:14:00.000Z', 'up'],
  ])
  for (const range of ['De 10h38 à 10h44', 'Von 10:38 bis 10:44 Uhr', 'Between 10:38 and 10:44']) {
    expect(readText(`${range}: rollback`, on).drafts).toMatchObject([
      { text: 'rollback', at: Date.UTC(2026, 2, 11, 10, 38), endedAt: Date.UTC(2026, 2, 11, 10, 44) },
    ])
  }
})

test('an hour alone is known to the hour, and a number with its unit is none', () => {
  expect(readText('14 Uhr up', on).drafts).toMatchObject([{ precision: 'hour' }])
  expect(readText('10.14 seconds passed\n10.14 million rows\n', on).drafts).toEqual([])
})

test('lines that each tell a time within a sentence are one event each', () => {
  const text = 'Alert fired at 10:14.\nPriya acked at 10:16.\nIt went on.\nBy 10:47 we were back.\n'
  expect(linesOf(text, on).map(([, words]) => words)).toEqual([
    'Alert fired at 10:14.',
    'Priya acked at 10:16. It went on.',
    'we were back.',
  ])
  expect(linesOf('10:14 alert\nfirst page was at 10:15\n', on)).toHaveLength(1)
})

test('a mail is what was sent then', () => {
  const text = 'From: Mei\nSent: Wednesday, March 11, 2026 10:36 AM\nSubject: x\n\nWe are rolling back now.\n'
  expect(linesOf(text, on)).toEqual([['2026-03-11T10:36:00.000Z', 'Subject: x\nWe are rolling back now.']])
  expect(linesOf('Date:   Wed Mar 11 09:58:00 2026 +0100\n\n    Deploy v2\n')).toEqual([
    ['2026-03-11T08:58:00.000Z', 'Deploy v2'],
  ])
})
