import { expect, test } from 'vitest'
import { readJsonText } from './samples.ts'

const message = (ts: string, more: object = {}) => ({
  type: 'message',
  user: 'U1AAA',
  text: `at ${ts}`,
  ts,
  ...more,
})
const [first, second] = [message('1773224343.000100'), message('1773224344.000100')]
const idsIn = (value: unknown) => readJsonText(value).drafts.map(({ nativeId }) => nativeId)

test('days or answers of the API that were put into one list are read like each of them', () => {
  expect(idsIn([[first], [second]])).toEqual([first?.ts, second?.ts])
  expect(
    idsIn([
      { ok: true, messages: [second, first] },
      { ok: true, messages: [first] },
    ]),
  ).toEqual([first?.ts, second?.ts])
  const { problems } = readJsonText([[first], [{ type: 'message', text: 'x' }]])
  expect(problems).toMatchObject([{ problem: expect.stringContaining('ts') }])
})

test('pages of the API are all there once the last of them is', () => {
  const page = (has_more: boolean, message: object) => ({ ok: true, messages: [message], has_more })
  const notesOf = (...pages: object[]) => readJsonText(pages).notes.map(({ about }) => about)
  expect(notesOf(page(true, first), page(true, second))).toEqual(['incomplete'])
  expect(notesOf(page(true, first), page(false, second))).toEqual([])
})

test('one file may hold who is who beside the messages', () => {
  const users = [{ id: 'U1AAA', name: 'mei', profile: { real_name: 'Mei Lin' } }]
  const channels = [{ id: 'C1AAA', name: 'ops', creator: 'U1AAA', members: [] }]
  const { drafts, notes } = readJsonText({ users, channels, channel: 'C1AAA', messages: [first] })
  expect(drafts).toMatchObject([{ actor: 'Mei Lin', place: 'ops' }])
  expect(notes).toEqual([])
})

test('what a search found says its channel', () => {
  const hit = message('1773224343.000100', { channel: { id: 'C1AAA', name: 'ops' } })
  expect(readJsonText({ messages: { matches: [hit] } }).drafts).toMatchObject([{ place: 'ops' }])
})

test('tables and Markdown in blocks are words as well', () => {
  const cell = (text: string) => ({ type: 'raw_text', text })
  const blocks = [
    { type: 'markdown', text: '**p95** is up' },
    { type: 'table', rows: [[cell('region'), cell('eu')]] },
  ]
  expect(readJsonText([message('1773224343.000100', { text: '', blocks })]).drafts).toMatchObject([
    { text: 'p95 is up\nregion | eu' },
  ])
})

test('an alert that fires is one, however high what it measures', () => {
  const [draft] = readJsonText([message('1773224343.000100', { text: '[FIRING:1] 5xx at 18%' })]).drafts
  expect(draft?.kindHint).toBe('alert')
})

test('a change that is no edit, as when a link unfolds, is later than its message all the same', () => {
  const change = {
    type: 'message',
    subtype: 'message_changed',
    ts: '1773224399.000100',
    message: { ...first, text: 'after' },
  }
  expect(readJsonText([first, change]).drafts).toMatchObject([{ text: 'after', edited: false }])
})
