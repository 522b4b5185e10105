import { describe, expect, test } from 'vitest'
import { iso, readText } from './samples.ts'

const UTC = { zone: 'UTC' }
const timesOf = (text: string, answers = {}) =>
  readText(text, answers).drafts.map(({ at, needs }) => iso(at) ?? needs.join('+'))
const on = (time: string) => `2026-03-11T${time}.000Z`

describe('a time in a cell may be written', () => {
  test.each([
    ['Wed Mar 11 2026 10:14:10 GMT+0100 (CET)', on('09:14:10')],
    ['2026-03-11T10:14:10+01:00[Europe/Berlin]', on('09:14:10')],
    ['20260311101410', on('10:14:10')],
    ['2026年3月11日 10時14分', on('10:14:00')],
    ['2026-03-11 下午 3:14', on('15:14:00')],
    ['11/3月/26 10:19 午前', on('10:19:00')],
    ['11/三月/26 10:19 下午', on('22:19:00')],
    ['11/Mär/26 10:19 nachm.', on('22:19:00')],
    ['2026-03-11 10:14 Pacific Time', on('17:14:00')],
    ['2026-03-11 10:14 IST', 'zone'],
    ['11.3.2026 klo 10.14', on('10:14:00')],
    ['2026-03-11 10.14', on('10:14:00')],
  ])('%s', (written, at) => {
    expect(timesOf(`time,what\n2026-01-01T00:00:00Z,known\n"${written}",one\n`, UTC)).toContain(at)
  })

  test('as a day and a part of it in two cells, as spreadsheets keep them', () => {
    expect(timesOf('Date,Time,What\n46092,0.5,a\n', UTC)).toEqual([on('12:00:00')])
    expect(timesOf('Datum;Zeit;Was\n46092;0,4264;a\n', UTC)).toEqual([on('10:14:01')])
  })
})

describe('the name of a column may name its zone', () => {
  test.each([
    ['Time (America/New_York)', on('14:14:00')],
    ['Date/Time', 'zone'],
    ['createdUtc', on('10:14:00')],
    ['Time (Central European Time)', on('09:14:00')],
  ])('%s', (name, at) => {
    expect(timesOf(`${name},what\n2026-03-11 10:14,a\n`)).toEqual([at])
  })

  test('and one that only looks like a zone takes the answer', () => {
    expect(timesOf('Date/Time,what\n3/13/2026 10:14 AM,a\n', UTC)).toEqual(['2026-03-13T10:14:00.000Z'])
  })
})

describe('clock times past midnight ask for their day', () => {
  test('from there on', () => {
    const answers = { ...UTC, date: '2026-03-11' }
    expect(timesOf('Time,What\n23:58,a\n00:05,b\n00:10,c\n', answers)).toEqual([
      on('23:58:00'),
      'date',
      'date',
    ])
  })

  test('where the newest stands first, too', () => {
    const answers = { ...UTC, date: '2026-03-11' }
    expect(timesOf('Time,What\n00:05,b\n23:58,a\n23:50,c\n', answers)).toEqual([
      on('00:05:00'),
      'date',
      'date',
    ])
  })

  test('until a day is named', () => {
    const text = 'Date,Time,What\n2026-03-11,23:50,a\n,23:58,b\n,00:05,c\n2026-03-12,00:10,d\n,00:20,e\n'
    expect(timesOf(text, UTC)).toEqual([
      on('23:50:00'),
      on('23:58:00'),
      'date',
      '2026-03-12T00:10:00.000Z',
      '2026-03-12T00:20:00.000Z',
    ])
  })
})

test('of two columns for one time, the one whose zone is named counts, and what was resolved has its end', () => {
  expect(timesOf('Local time,UTC time,What\n2026-03-11 11:14,2026-03-11 10:14,a\n')).toEqual([on('10:14:00')])
  const table = 'detected_at,resolved_at,title\n2026-03-11T10:14:00Z,2026-03-11T11:14:00Z,Checkout\n'
  expect(readText(table).drafts).toMatchObject([
    { at: Date.UTC(2026, 2, 11, 10, 14), endedAt: Date.UTC(2026, 2, 11, 11, 14) },
  ])
})

test('am or pm, or the offset, may stand in a column of its own', () => {
  const halves = 'Date,Time,AM/PM,Event\n3/13/2026,10:14,PM,a\n3/13/2026,10:15,AM,b\n'
  expect(timesOf(halves, UTC)).toEqual(['2026-03-13T10:15:00.000Z', '2026-03-13T22:14:00.000Z'])
  expect(timesOf('time,UTC offset,what\n2026-03-11 10:14,+02:00,a\n')).toEqual([on('08:14:00')])
})

test('a title above the header is no header, and rows keep the numbers they have', () => {
  const { drafts } = readText('Incident INC-4127,,\n,,\nTime,Who,What\n2026-03-11 10:14,Mei,up\n', UTC)
  expect(drafts).toMatchObject([{ nativeId: '4', actor: 'Mei', text: 'up' }])
})

test('a column of kinds is known by our words for them, whatever it is called', () => {
  const text = '2026-03-11T10:14:10Z,alert,CheckoutErrorRateHigh\n2026-03-11T10:15:10Z,join,acked the page\n'
  const more = '2026-03-11T10:16:10Z,decision,we go back\n'
  expect(readText(text + more).drafts).toMatchObject([
    { kindHint: 'alert', text: 'CheckoutErrorRateHigh' },
    { kindHint: 'join', text: 'acked the page' },
    { kindHint: 'decision', text: 'we go back' },
  ])
})

describe('an export of Jira', () => {
  const draftsOf = (text: string) => readText(text, UTC)

  test('has attachments and hours worked, which are no comments', () => {
    const text =
      'Summary,Issue key,Created,Log Work,Comment,Attachment\nA,OPS-1,11/Mar/26 10:19 AM,"note;11/Mar/26 10:30 AM;ab;3600","11/Mar/26 10:40 AM;ab;x","11/Mar/26 10:50 AM;ab;shot.png;https://x.example/shot.png"\n'
    const { format, drafts, problems } = draftsOf(text)
    expect(format).toBe('jira-csv')
    expect(drafts.map(({ nativeId, text }) => [nativeId, text])).toEqual([
      ['OPS-1', 'A'],
      ['OPS-1#c1', 'x'],
    ])
    expect(problems).toEqual([])
  })

  test('in a language whose names are not known says what it is by its cells', () => {
    const text =
      'Yhteenveto,Tunnus,Numero,Luotu,Päivitetty,Kommentti\nKassa alhaalla,OPS-1,45678,11/3/2026 10:19,11/3/2026 12:00,"13/3/2026 10:40;ab;palautus"\n'
    expect(draftsOf(text).drafts).toMatchObject([
      { nativeId: 'OPS-1', text: 'Kassa alhaalla', at: Date.UTC(2026, 2, 11, 10, 19) },
      { nativeId: 'OPS-1#c1', text: 'palautus', at: Date.UTC(2026, 2, 13, 10, 40) },
    ])
  })

  test('is not a timeline that names issues', () => {
    expect(draftsOf('time,key,summary\n2026-03-11T10:14:10Z,OPS-1,hello\n').format).toBe('plain-csv')
  })
})

describe('a table of Zendesk', () => {
  test.each([
    [
      'Ticket ID,Ticket subject,Requester name,Ticket status,Ticket created - Timestamp',
      '88121,S,Ana,Open,2026-03-11 10:19:44',
    ],
    [
      'Id,Subject,Status,Created at,Assignee,Satisfaction Score',
      '88121,S,Solved,2026-03-11 10:19:44 UTC,Sam,Good',
    ],
    ['ID;Anfragender;Betreff;Status;Erstellt', '88121;Ana;S;Gelöst;11.03.2026 10:19:44'],
    ['ID;Solicitante;Assunto;Status;Pedido em', '88121;Ana;S;Aberto;2026-03-11 10:19:44'],
  ])('may begin %s', (header, row) => {
    expect(readText(`${header}\n${row}\n`, UTC)).toMatchObject({
      format: 'zendesk',
      drafts: [{ nativeId: '88121', actor: 'customer', text: 'S', at: Date.UTC(2026, 2, 11, 10, 19, 44) }],
    })
  })
})
