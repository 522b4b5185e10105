import { describe, expect, test } from 'vitest'
import { iso, readText } from './samples.ts'

const ESC = String.fromCharCode(27)
const on = { zone: 'UTC', date: '2026-03-11' }
const linesOf = (text: string, answers = {}) =>
  readText(text, answers).drafts.map((draft) => [iso(draft.at) ?? draft.needs.join('+'), draft.text])

describe('a time at the beginning of a line may be written', () => {
  test.each([
    ['10:14 up', '10:14:00'],
    ['10:14: up', '10:14:00'],
    ['14:02 UTC - up', '14:02:00'],
    ['- **01:38: up**', '01:38:00'],
    ['2026-03-11 14:34: up', '14:34:00'],
    ['| 11:05 | up |', '11:05:00'],
    ['At 9:37AM PST, up', '17:37:00'],
    ['*10:21 am* - up', '10:21:00'],
    ['15:35 – up', '15:35:00'],
    ['15:35 — up', '15:35:00'],
    ['1. **11 March 2026, 03:53 (UTC) – up**', '03:53:00'],
    ['± 17:20 UTC up', '17:20:00'],
    ['11pm-ish UTC up', '23:00:00'],
    ['By 23:02 UTC up', '23:02:00'],
    ['T 10:14 up', null],
    ['(3/11/2026 13:37) up', 'dateOrder'],
    ['11.50 up', '11:50:00'],
    ['10h14 up', '10:14:00'],
    ['01:12 Uhr up', '01:12:00'],
    ['2026-03-11T10:14:10.123-07:00 up', '17:14:10.123'],
    ['[11/Mar/2026:10:14:10 +0000] up', '10:14:10'],
    ['Mar 11 10:14:10 up', '10:14:10'],
    ['Wed Mar 11 10:14:10 2026 up', '10:14:10'],
    ['10:14 UTC+2 up', '08:14:00'],
    ['10:14 (Europe/Paris) up', '09:14:00'],
    ['> 10:14Z up', '10:14:00'],
    ['* [ ] 10:14 up', '10:14:00'],
  ])('%s', (line, time) => {
    const [draft] = readText(line, on).drafts
    if (time === null) expect(draft?.text).not.toBe('up')
    else if (!/\d/.test(time)) expect(draft?.needs).toEqual([time])
    else
      expect([iso(draft?.at ?? null)?.replace('.000Z', 'Z'), draft?.text]).toEqual([
        `2026-03-11T${time}Z`,
        'up',
      ])
  })

  test.each(['11.5 seconds', '12.34% of requests', '10.0.0.1:8080 refused', '16:9 screens', '2:1 odds'])(
    '%s is no time',
    (line) => expect(readText(line, on).drafts).toEqual([]),
  )
})

test('a range ends where it says, after midnight if it must, and with the half of its end', () => {
  const { drafts } = readText('10:38-10:44 a\n11:32–13:05 b\n23:50-00:10 c\n', on)
  expect(drafts.map(({ endedAt }) => iso(endedAt))).toEqual([
    '2026-03-11T10:44:00.000Z',
    '2026-03-11T13:05:00.000Z',
    '2026-03-12T00:10:00.000Z',
  ])
  expect(readText('Between 9:37AM and 10:02AM PST errors rose.', on).drafts).toMatchObject([
    { at: Date.UTC(2026, 2, 11, 17, 37), endedAt: Date.UTC(2026, 2, 11, 18, 2) },
  ])
})

test('what is only about right is said to be', () => {
  const { drafts } = readText('~10:47 a\n± 17:20 b\nca. 18:00 c\n11pm d\n11pm-ish e\n19:00 f', on)
  expect(drafts.map(({ precision }) => precision)).toEqual([
    'approx',
    'approx',
    'approx',
    'minute',
    'hour',
    'approx',
  ])
})

test('a bare time asks for its day and its zone, and takes them from the answers', () => {
  expect(linesOf('10:14 up')).toEqual([['date+zone', 'up']])
  expect(linesOf('10:14 up', on)).toEqual([['2026-03-11T10:14:00.000Z', 'up']])
})

describe('day and zone come from', () => {
  test.each([
    ['a title', 'Incident 4127, Wed 11 March 2026, all times UTC\n\n10:14 up'],
    ['a label', '**Date:** 2026-03-11 (UTC)\n\n10:14 up'],
    ['headings', '# Timeline\n## 11 March 2026\nTime zone: UTC\n10:14 up'],
    ['the head of a table', '2026-03-11\n\n| Time (UTC) | Event |\n|---|---|\n| 10:14 | up |'],
    ['columns of a table', '| Date | Time (UTC) | Event |\n|:-|:-|:-|\n| 2026-03-11 | 10:14 | up |'],
    ['German words', 'Datum: 11.03.2026\nAlle Zeiten in UTC\n- 10:14 Uhr: up'],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toContainEqual(['2026-03-11T10:14:00.000Z', 'up'])
  })
})

test('a day that is only mentioned, or one of several, is no day of the lines below', () => {
  for (const head of [
    'Incident of 11–12 March 2026',
    'Published: 14 March 2026',
    '11 March 2026, reviewed 14 March 2026',
  ]) {
    expect(readText(`${head}\n\n10:14 UTC up`).drafts).toMatchObject([{ needs: ['date'] }])
  }
})

test('clock times that run past midnight ask for their day from there on, until one is named', () => {
  expect(linesOf('23:58 a\n00:10 b\n00:20 c\n2026-03-12 00:30 d\n00:40 e', on).map(([at]) => at)).toEqual([
    '2026-03-11T23:58:00.000Z',
    'date',
    'date',
    '2026-03-12T00:30:00.000Z',
    '2026-03-12T00:40:00.000Z',
  ])
})

test('a year that is missing is asked for, whatever year it is likely to be', () => {
  expect(linesOf('Mar 11 10:14:10 host sshd: up', { zone: 'UTC' })).toEqual([['date', 'host sshd: up']])
})

test('where some times say am or pm and none counts to 24, one that says nothing may be either', () => {
  expect(linesOf('10:21 am a\n10:40 b', on).map(([at]) => at)).toEqual([
    '2026-03-11T10:21:00.000Z',
    'halfDay',
  ])
  expect(linesOf('10:21 am a\n10:40 b\n14:05 c', on).map(([at]) => at)).toContain('2026-03-11T10:40:00.000Z')
})

test('the hours of a clock change are asked about', () => {
  const text = '2026-03-29\n02:30 never\n\nDate: 2026-10-25\n02:30 twice\n'
  expect(linesOf(text, { zone: 'Europe/Berlin' })).toEqual([
    ['missingHour', 'never'],
    ['repeatedHour', 'twice'],
  ])
})

test('an age asks for what it counts from', () => {
  expect(linesOf('T+3 minutes: paged\nT+00:05 acked')).toEqual([
    ['anchor', 'paged'],
    ['anchor', 'acked'],
  ])
  expect(linesOf('T+3 minutes: paged', { anchor: Date.UTC(2026, 2, 11, 10, 12) })).toEqual([
    ['2026-03-11T10:15:00.000Z', 'paged'],
  ])
})

test('each sentence of a paragraph that has its own time is one of its own', () => {
  const text =
    'At 9:37AM PST, an engineer ran a command. It removed too much. By 12:26PM PST, the index was back. All was well as of 1:54 p.m. PST.'
  expect(linesOf(text, on)).toEqual([
    ['2026-03-11T17:37:00.000Z', 'an engineer ran a command. It removed too much.'],
    ['2026-03-11T20:26:00.000Z', 'the index was back.'],
    ['2026-03-11T21:54:00.000Z', 'All was well as of 1:54 p.m. PST.'],
  ])
})

test('a heading that is a time has the paragraphs below it, up to the next heading', () => {
  const text =
    '### 2018 October 21 22:52 UTC\n\nMaintenance cut the line.\nIt came back.\n\n### 2018 October 21 22:54 UTC\n\nAlerts. At 23:02 UTC, engineers acted.\n\n### Next steps\n\nMore tests.'
  expect(linesOf(text)).toEqual([
    ['2018-10-21T22:52:00.000Z', 'Maintenance cut the line.\nIt came back.'],
    ['2018-10-21T22:54:00.000Z', 'Alerts.'],
    ['2018-10-21T23:02:00.000Z', 'engineers acted.'],
  ])
  expect(readText(text).notes).toMatchObject([{ about: 'leftOut' }])
})

test('lines without a time belong to the time above, unless they are set apart or as far out', () => {
  const text = '- 10:14 up\n  - more of it\n- not at any time\n\nA paragraph.\n10:16 down'
  expect(linesOf(text, on).map(([, words]) => words)).toEqual(['up\n  - more of it', 'down'])
  expect(readText(text, on).notes).toMatchObject([{ note: expect.stringContaining('(2)') }])
})

describe('a chat that was copied', () => {
  test('from Slack has its people, the lines that have only a time, edits, and none of the signs around', () => {
    const text =
      'Priya Raman  10:16 AM\nacked, looking\n10:21\nsecond (edited)\nTomás Ferreira  11:58 AM\nall regions?\n:eyes:\n3\n6 replies\nLast reply 2 hours ago\n12:03\nno\nNew\nPagerDuty\nAPP  1:15 PM\nTriggered\n'
    const { drafts } = readText(text, on)
    expect(
      drafts.map(({ at, actor, text, edited }) => [iso(at)?.slice(11, 16), actor, text, edited]),
    ).toEqual([
      ['10:16', 'Priya Raman', 'acked, looking', false],
      ['10:21', 'Priya Raman', 'second', true],
      ['11:58', 'Tomás Ferreira', 'all regions?', false],
      ['12:03', 'Tomás Ferreira', 'no', false],
      ['13:15', 'PagerDuty', 'Triggered', false],
    ])
  })

  test('from Slack in German takes its day from the divider', () => {
    const text =
      'Mittwoch, 11. März 2026\nPriya Raman  01:12 Uhr\nschaue\n01:21\nweiter\nMei Lin  01:33 Uhr\nRückbau\n'
    expect(linesOf(text, { zone: 'UTC' })).toEqual([
      ['2026-03-11T01:12:00.000Z', 'schaue'],
      ['2026-03-11T01:21:00.000Z', 'weiter'],
      ['2026-03-11T01:33:00.000Z', 'Rückbau'],
    ])
  })

  test('from Teams or WhatsApp says who, in brackets or behind a dash', () => {
    const teams = '[26.10.2025 02:31] Priya Raman: first\nand more\n[26.10.2025 03:05] Mei Lin: second\n'
    expect(readText(teams, { zone: 'Europe/Berlin' }).drafts).toMatchObject([
      { actor: 'Priya Raman', text: 'first\nand more', needs: ['repeatedHour'] },
      { actor: 'Mei Lin', text: 'second', at: Date.UTC(2025, 9, 26, 2, 5) },
    ])
    const phone = '11/03/2026, 10:14 - Priya: one\n13/03/2026, 10:15 - Mei: two\n'
    expect(readText(phone, on).drafts).toMatchObject([
      { actor: 'Priya', text: 'one', at: Date.UTC(2026, 2, 11, 10, 14) },
      { actor: 'Mei', text: 'two' },
    ])
  })
})

test('a log has a line for each time, with what is set in below it, and a level is nobody', () => {
  const text =
    '2026-03-11 10:14:10,123 ERROR boom\n\tat com.foo(Bar.java:12)\n[2026-03-11 10:14:12] production.ERROR: kaput at 10:13:00\n'
  expect(readText(text, on).drafts).toMatchObject([
    { at: Date.UTC(2026, 2, 11, 10, 14, 10, 123), text: 'ERROR boom\n\tat com.foo(Bar.java:12)' },
    { at: Date.UTC(2026, 2, 11, 10, 14, 12), text: 'production.ERROR: kaput at 10:13:00', actor: null },
  ])
})

test('hostile words stay words, and what is not seen is removed', () => {
  const text = `10:14 UTC <script>alert(1)</script> ${ESC}[31mred${ESC}[0m \u202eevil\u0000\n`
  expect(linesOf(text, on)[0]?.[1]).toBe('<script>alert(1)</script> red evil')
})

test('lines of a hundred thousand characters, made to be looked at again and again, are read', () => {
  // Looked at again from each place in it, one of them would take longer than a test may.
  const lines = linesOf(
    `10:14 ${'a *b _c <d | e [f 1:2 '.repeat(4_000)}\n10:15 ${' '.repeat(40_000)}x\n10:16 ${'['.repeat(20_000)}`,
    on,
  )
  expect(lines).toHaveLength(3)
})

test('an impossible time is offered, asked about and named with its line', () => {
  const { drafts, problems } = readText('2026-03-11 10:14 a\n2026-02-31 10:15 b\n', on)
  expect(drafts.map(({ needs }) => needs)).toEqual([[], ['time']])
  expect(problems).toMatchObject([{ line: 2 }])
})

test('a few words with a day and a clock behind them are one of their own', () => {
  const text =
    '## Incident on 2023-07-25 15:21, a service\n- **Key events**\n  - First detected 2023-07-25 14:05\n  - Resolved: 2023-07-25 16:02\n- 14:10 users report\n'
  expect(linesOf(text, { zone: 'UTC' })).toEqual([
    ['2023-07-25T14:05:00.000Z', 'First detected'],
    ['2023-07-25T16:02:00.000Z', 'Resolved'],
    ['date', 'users report'], // earlier than the line above, so perhaps of another day
  ])
})

test('a day far from all others is pointed out, and kept as it is written', () => {
  const text = '2023-07-25 14:05 a\n2023-07-25 14:10 b\n2023-07-05 14:20 c\n2023-07-25 14:30 d\n'
  const { drafts, notes } = readText(text, { zone: 'UTC' })
  expect(drafts[0]).toMatchObject({ text: 'c', at: Date.UTC(2023, 6, 5, 14, 20) })
  expect(notes).toMatchObject([{ about: 'assumed', note: expect.stringContaining('2023-07-05 14:20') }])
})

test('“today” in a chat is the day it was copied on, which is asked', () => {
  const text = 'Mei — 11.03.2026 10:14\nrolling back\nSam — Today at 10:16\nok\n'
  expect(readText(text, { zone: 'UTC' }).drafts).toMatchObject([
    { actor: 'Mei', needs: [] },
    { actor: 'Sam', needs: ['date'] },
  ])
})
