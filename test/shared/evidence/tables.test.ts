import { describe, expect, test } from 'vitest'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { readEvidence } from '../../../shared/evidence/readEvidence.ts'
import { iso, readText, sampleBytes } from './samples.ts'

const timesOf = (text: string, answers = {}) =>
  readText(text, answers).drafts.map(({ at, needs }) => iso(at) ?? needs.join('+'))

const UTC = { zone: 'UTC' }

describe('a time in a table may be written', () => {
  test.each([
    ['2026-03-11T10:14:10.123456789Z', '2026-03-11T10:14:10.123Z'],
    ['2026-03-11T10:14:10+0100', '2026-03-11T09:14:10.000Z'],
    ['2026-03-11 10:14', '2026-03-11T10:14:00.000Z'],
    ['20260311T101410Z', '2026-03-11T10:14:10.000Z'],
    ['11.3.2026 10:14', '2026-03-11T10:14:00.000Z'],
    ['11/Mar/26 10:14 AM', '2026-03-11T10:14:00.000Z'],
    ['11/Mär/26 10:14', '2026-03-11T10:14:00.000Z'],
    ['6/21/2025 16:14', '2025-06-21T16:14:00.000Z'],
    ['March 11, 2026 10:14 PM', '2026-03-11T22:14:00.000Z'],
    ['2026-03-11 10:14 CET', '2026-03-11T09:14:00.000Z'],
    ['1773224050', '2026-03-11T10:14:10.000Z'],
    ['1773224050123', '2026-03-11T10:14:10.123Z'],
    ['46092.4264', '2026-03-11T10:14:01.000Z'],
    ['2026-02-31 10:00', 'time'],
    ['03/04/2026 10:14', 'dateOrder'],
    ['10:14', 'date'],
    ['at lunch', 'time'],
  ])('%s', (written, at) => {
    const good = '2026-01-01T00:00:00Z,known\n'
    expect(timesOf(`time,what\n${good}${good}"${written}",one\n`, UTC)).toContain(at)
  })
})

test('times without a zone need one, and have it from the header or from a column of their own', () => {
  expect(timesOf('time,what\n2026-03-11 10:14,a\n')).toEqual(['zone'])
  expect(timesOf('Time (ET),what\n2026-03-11 10:14,a\n')).toEqual(['2026-03-11T14:14:00.000Z'])
  expect(timesOf('created_utc,what\n2026-03-11 10:14,a\n')).toEqual(['2026-03-11T10:14:00.000Z'])
  expect(timesOf('time,tz,what\n2026-03-11 10:14,Asia/Kolkata,a\n')).toEqual(['2026-03-11T04:44:00.000Z'])
  expect(timesOf('Time (IST),what\n2026-03-11 10:14,a\n')).toEqual(['zone'])
})

test('an hour that the clocks showed twice, or never, is asked about', () => {
  const zone = { zone: 'Europe/Berlin' }
  expect(timesOf('time,what\n2025-10-26 02:31,a\n2025-10-26 03:31,b\n', zone)).toEqual([
    'repeatedHour',
    '2025-10-26T02:31:00.000Z',
  ])
  expect(timesOf('time,what\n2026-03-29 02:30,a\n', zone)).toEqual(['missingHour'])
  expect(timesOf('time,what\n2025-10-26 02:31,a\n', { ...zone, repeatedHour: 'later' })).toEqual([
    '2025-10-26T01:31:00.000Z',
  ])
})

test('one date above twelve shows how all of them are meant', () => {
  expect(timesOf('time,what\n03/04/2026 10:14,a\n13/04/2026 10:14,b\n', UTC)).toEqual([
    '2026-04-03T10:14:00.000Z',
    '2026-04-13T10:14:00.000Z',
  ])
  expect(timesOf('time,what\n03/04/2026 10:14,a\n', { ...UTC, dateOrder: 'monthFirst' })).toEqual([
    '2026-03-04T10:14:00.000Z',
  ])
})

test('columns are found in any language, with semicolons, tabs, or a day and a clock apart', () => {
  const german =
    'Datum;Uhrzeit;Wer;Ereignis\n11.03.2026;10:14;Mei;Alarm ausgelöst\n;10:16;Priya;"übernimmt; schaut nach"\n'
  expect(readText(german, UTC)).toMatchObject({
    format: 'plain-csv',
    drafts: [
      { at: Date.UTC(2026, 2, 11, 10, 14), actor: 'Mei', text: 'Alarm ausgelöst' },
      { at: Date.UTC(2026, 2, 11, 10, 16), actor: 'Priya', text: 'übernimmt; schaut nach' },
    ],
    notes: [{ about: 'assumed' }],
  })
  const unknown = 'kello\tmitä tapahtui\n2026-03-11 10:14\tvirheitä näkyy\n'
  expect(readText(unknown, UTC).drafts).toMatchObject([
    { at: Date.UTC(2026, 2, 11, 10, 14), text: 'virheitä näkyy' },
  ])
})

test('a table without a header begins with its first row', () => {
  expect(readText('2026-03-11T10:14:10Z,alert fires\n2026-03-11T10:16:00Z,acked\n').drafts).toHaveLength(2)
})

test('a formula stays the words it is', () => {
  const [draft] = readText('time,what\n2026-03-11T10:14:10Z,"=HYPERLINK(""http://x"";""y"")"\n').drafts
  expect(draft?.text).toBe('=HYPERLINK("http://x";"y")')
})

test('a quote that nothing closes is named with its line, and the rows behind it are not lost', () => {
  const { drafts, problems } = readText(
    'time,what\n2026-03-11T10:14:10Z,"multi\nline"\n2026-03-11T10:15:10Z,"open\n2026-03-11T10:16:10Z,after\n',
  )
  expect(drafts.map(({ text }) => text)).toEqual(['multi\nline', 'open', 'after'])
  expect(problems).toMatchObject([{ line: 4 }])
})

test('a row whose time cannot be read is offered, asked about, and named with its line', () => {
  const { drafts, problems } = readText('time,what\n2026-03-11T10:14:10Z,a\n2026-03-11T10:15Z,b\nsoon,c\n')
  expect(drafts.map(({ needs }) => needs)).toEqual([[], [], ['time']])
  expect(problems).toMatchObject([{ line: 4, problem: expect.stringContaining('soon') }])
})

describe('the export of Jira', () => {
  const jira = new TextDecoder().decode(sampleBytes('jira-csv/issues.csv'))
  const read = (content: Uint8Array | string, answers = {}) =>
    readEvidence([{ path: 'x', content }], { ...noAnswers, ...answers })[0]

  test('keeps its zone to itself, so it is asked', () => {
    expect(read(jira)?.drafts.map(({ needs }) => needs)).toEqual([['zone'], ['zone'], ['zone']])
  })

  test('reads the same as UTF-16 with a mark, and as windows-1252', () => {
    const accented = jira.replace('checkout 5xx', 'checkout é 5xx')
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...accented].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]),
    ])
    const western = Uint8Array.from(accented.replace('\ufeff', ''), (character) => character.charCodeAt(0))
    const texts = (content: Uint8Array | string) => read(content)?.drafts.map(({ text }) => text)
    expect(texts(utf16)).toEqual(texts(accented))
    expect(texts(western)).toEqual(texts(accented))
    expect(read(western)?.notes).toMatchObject([{ about: 'assumed' }])
  })

  test('is recognised in German, by its keys and comments', () => {
    const german =
      'Zusammenfassung;Schlüssel;Erstellt;Autor;Kommentar;Kommentar\n' +
      'Kasse 5xx;OPS-1;11/Mär/26 10:19;Mei Lin;"11/Mär/26 10:40;712020:ab;Rückbau; läuft";\n'
    expect(read(german, UTC)).toMatchObject({
      format: 'jira-csv',
      drafts: [
        { nativeId: 'OPS-1', at: Date.UTC(2026, 2, 11, 10, 19), actor: 'Mei Lin' },
        { nativeId: 'OPS-1#c1', at: Date.UTC(2026, 2, 11, 10, 40), text: 'Rückbau; läuft', thread: 'OPS-1' },
      ],
    })
  })
})

describe('tickets of Zendesk', () => {
  test('are recognised in German, cut by semicolons', () => {
    const german =
      'ID;Anfragender;Betreff;Status;Erstellt am\n7;Ana Souza;Doppelt belastet;Offen;11.03.2026 10:19\n'
    const { format, drafts } = readText(german, UTC)
    expect(format).toBe('zendesk')
    expect(drafts).toMatchObject([{ nativeId: '7', actor: 'customer', at: Date.UTC(2026, 2, 11, 10, 19) }])
  })

  test('say when there are more of them', () => {
    const ticket = { id: 1, subject: 'x', via: {}, created_at: '2026-03-11T10:19:44Z' }
    const { notes } = readText(JSON.stringify({ tickets: [ticket], next_page: 'https://x', count: 300 }))
    expect(notes.map(({ about }) => about)).toEqual(['incomplete', 'incomplete'])
  })
})
