import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { readEvidence } from '../../../shared/evidence/readEvidence.ts'
import { iso, readJsonText, readSample, readText, sampleBytes } from './samples.ts'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const message = (ts: string, more: object = {}) => ({
  type: 'message',
  user: 'U1AAA',
  text: `at ${ts}`,
  ts,
  ...more,
})
const people = [
  { id: 'U1AAA', name: 'mei', team_id: 'T1', profile: { real_name: 'Mei Lin', display_name: 'mei' } },
  { id: 'U2BBB', name: 'ghost', team_id: 'T1', deleted: true, profile: { real_name: '', display_name: '' } },
  { id: 'U3BOT', name: 'bot', is_bot: true, profile: { real_name: 'Incident Bot', bot_id: 'B3BOT' } },
]
const channels = [{ id: 'C1AAA', name: 'vorfälle', created: '1452837318', creator: 'U1AAA', members: [] }]

const exported = (files: Record<string, unknown>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, bytes(value)])))
const readZip = (zip: Uint8Array) => readEvidence([{ path: 'export.zip', content: zip }], noAnswers)
const textsOf = (value: unknown) => readJsonText(value).drafts.map(({ text }) => text)
const textOf = (message: object) => textsOf([{ type: 'message', ts: '1773224343.000100', ...message }])[0]

test('every message of a real export is offered, those of bots with the words of their attachments', () => {
  const readings = readSample('slack-export/real-hfaran-testarchive.zip')
  const drafts = readings.flatMap((reading) => reading.drafts)
  expect(drafts).toHaveLength(158)
  expect(drafts.filter(({ text }) => text.includes('new commit')).length).toBeGreaterThan(40)
  expect(readings.flatMap(({ problems }) => problems)).toEqual([])
})

test('a zip of a Mac, with names that are not ASCII, reads like any other, and its shadows are skipped', () => {
  const readings = readZip(
    exported({
      'users.json': people,
      'channels.json': channels,
      'vorfälle/2026-03-11.json': [message('1773224343.000100')],
      '__MACOSX/vorfälle/._2026-03-11.json': 'shadow',
      'vorfälle/.DS_Store': 'junk',
    }),
  )
  expect(readings.flatMap(({ problems }) => problems)).toEqual([])
  expect(readings.flatMap((reading) => reading.drafts)).toMatchObject([
    { actor: 'Mei Lin', place: 'vorfälle' },
  ])
})

test('a folder of files is read like the zip it came from', () => {
  const files = [
    { path: 'x/vorfälle/2026-03-11.json', content: JSON.stringify([message('1773224343.000100')]) },
    { path: 'x/users.json', content: JSON.stringify(people) },
    { path: 'x/channels.json', content: JSON.stringify(channels) },
  ]
  const drafts = readEvidence(files, noAnswers).flatMap((reading) => reading.drafts)
  expect(drafts).toMatchObject([{ actor: 'Mei Lin', place: 'vorfälle' }])
})

test('a zip that is cut off gives the messages of its whole files, and says so', () => {
  const zip = sampleBytes('slack-export/inc-4127.zip')
  const readings = readZip(zip.slice(0, zip.length - 200))
  expect(readings.flatMap((reading) => reading.drafts).length).toBeGreaterThan(10)
  expect(readings.flatMap(({ problems }) => problems)).toMatchObject([
    { problem: expect.stringContaining('cut off') },
  ])
})

test('a day that is cut off gives the messages before the cut, and names the line of it', () => {
  const day = JSON.stringify([message('1773224343.000100'), message('1773224344.000100')], null, 1)
  const [reading] = readEvidence([{ path: 'day.json', content: day.slice(0, -30) }], noAnswers)
  expect(reading?.drafts).toHaveLength(1)
  expect(reading?.problems).toMatchObject([{ line: expect.any(Number) }])
  expect(reading?.format).toBe('slack-export')
})

describe('a person is called', () => {
  test.each([
    ['by their full name, even if they go by another in the chat', { user: 'U1AAA' }, 'Mei Lin'],
    ['by their handle if they have no other name', { user: 'U2BBB' }, 'ghost'],
    [
      'what their message says, if the export lacks them',
      { user: 'U9ZZZ', user_profile: { real_name: 'Guest' } },
      'Guest',
    ],
    ['by their id if nothing is known', { user: 'W9ZZZ' }, 'W9ZZZ'],
    [
      'by the name a bot gives itself',
      { subtype: 'bot_message', user: undefined, bot_id: 'B9', username: 'Pager' },
      'Pager',
    ],
    [
      'by the name of the bot behind an id',
      { subtype: 'bot_message', user: undefined, bot_id: 'B3BOT' },
      'Incident Bot',
    ],
    [
      'by the comment on a file, in old exports',
      { subtype: 'file_comment', user: undefined, comment: { user: 'U1AAA', comment: 'x' } },
      'Mei Lin',
    ],
  ])('%s', (_, more, name) => {
    const zip = exported({ 'users.json': people, 'c/2026-03-11.json': [message('1773224343.000100', more)] })
    expect(readZip(zip).flatMap((reading) => reading.drafts)).toMatchObject([{ actor: name }])
  })
})

describe('mrkdwn', () => {
  test.each([
    ['a &lt;b&gt; &amp;lt; c', 'a <b> &lt; c'],
    ['see <https://x.example/a?b=1&amp;c=2|the board>', 'see the board (https://x.example/a?b=1&c=2)'],
    ['<https://x.example>', 'https://x.example'],
    ['<http://x.example|x.example>', 'http://x.example'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['<javascript:alert(1)|click>', 'click'],
    ['<@U7|mei> <#C7|ops> <!here> <!subteam^S1|@oncall> <!channel>', '@mei #ops @here @oncall @channel'],
    ['<!date^1761435000^{date} {time}|Oct 25>', 'Oct 25'],
    ['*bold* _it_ ~gone~ 2*3*4 snake_case_name `*code*`', 'bold it gone 2*3*4 snake_case_name `*code*`'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
  ])('%s is read as %s', (text, plain) => {
    expect(textOf({ text })).toBe(plain)
  })
})

test('a message whose words are in its blocks says them', () => {
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: 'Incident' } },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '*5xx* at 18%' },
      fields: [{ type: 'mrkdwn', text: 'eu-west' }],
    },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'by ' },
            { type: 'user', user_id: 'U1' },
          ],
        },
        {
          type: 'rich_text_list',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] }],
        },
      ],
    },
  ]
  expect(textOf({ text: '', blocks })).toBe('Incident\n5xx at 18%\neu-west\nby @U1\n• one')
})

test('blocks nested deeper than any stack do no harm', () => {
  const deep = `${'{"type":"rich_text_section","elements":['.repeat(20_000)}{"type":"text"}${']}'.repeat(20_000)}`
  const blocks = `[{"type":"rich_text","elements":[${deep}]}]`
  const { drafts } = readText(
    `[{"type":"message","ts":"1773224343.000100","text":"","blocks":${blocks},"files":[{"name":"a.png"}]}]`,
  )
  expect(drafts).toMatchObject([{ text: '[file: a.png]' }])
})

test('what a link unfolds to is not what its sender said', () => {
  const attachments = [{ from_url: 'https://x.example', title: 'Someone else’s words' }]
  expect(textOf({ text: 'look: <https://x.example>', attachments })).toBe('look: https://x.example')
})

test('a reply stands in the thread of its first message, which stands in it as well; a broadcast counts once', () => {
  const { drafts, notes } = readJsonText([
    message('1773224343.000100', { thread_ts: '1773224343.000100', reply_count: 1 }),
    message('1773224350.000100', { thread_ts: '1773224343.000100' }),
    message('1773224350.000100', { thread_ts: '1773224343.000100', subtype: 'thread_broadcast', root: {} }),
  ])
  expect(drafts.map(({ nativeId, thread }) => [nativeId, thread])).toEqual([
    ['1773224343.000100', '1773224343.000100'],
    ['1773224350.000100', '1773224343.000100'],
  ])
  expect(notes).toMatchObject([{ about: 'repeated' }])
})

test('of a message that came before and after its edit, the later words count', () => {
  const edit = { text: 'after', edited: { user: 'U1AAA', ts: '1773224400.000000' } }
  const { drafts } = readJsonText([
    message('1773224343.000100', edit),
    message('1773224343.000100', { text: 'before' }),
  ])
  expect(drafts).toMatchObject([{ text: 'after', edited: true }])
})

test('a message that was deleted is said to be, and its tombstone is by nobody', () => {
  const tombstone = { subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.' }
  expect(readJsonText([message('1773224343.000100', tombstone)]).drafts).toMatchObject([
    { deleted: true, actor: null },
  ])
})

test('an answer of the API says that there is more, and which replies it lacks', () => {
  const { drafts, notes } = readJsonText({
    ok: true,
    messages: [message('1773224350.000100'), message('1773224343.000100', { reply_count: 3 })],
    has_more: true,
  })
  expect(drafts.map(({ at }) => iso(at))).toEqual(['2026-03-11T10:19:03.000Z', '2026-03-11T10:19:10.000Z'])
  expect(notes.map(({ about }) => about)).toEqual(['incomplete', 'incomplete'])
})

test('microseconds are kept to the thousandth, and the counter of old exports is not taken for them', () => {
  const { drafts } = readJsonText([message('1736478514.897649'), message('1452988821.000002')])
  expect(drafts.map(({ at }) => iso(at))).toEqual(['2016-01-17T00:00:21.000Z', '2025-01-10T03:08:34.897Z'])
})

test('a record without ts among messages is named with its line, and the others are read', () => {
  const text = JSON.stringify([message('1773224343.000100'), { type: 'message', text: 'x' }], null, 2)
  const [reading] = readEvidence([{ path: 'day.json', content: text }], noAnswers)
  expect(reading?.drafts).toHaveLength(1)
  expect(reading?.problems).toMatchObject([{ line: 8, problem: expect.stringContaining('ts') }])
})

test('fifty thousand messages are read in well under two seconds', { timeout: 30_000 }, () => {
  const day = Array.from({ length: 50_000 }, (_, index) =>
    message(`${1773224343 + index}.000100`, {
      text: `*error* rate at ${index % 100}% &amp; rising, see <https://grafana.example.com/d/x?i=${index}|board> <@U1AAA>`,
      blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] }],
      user_profile: { real_name: 'Mei Lin', name: 'mei' },
    }),
  )
  const content = bytes(day)
  const [reading] = readEvidence([{ path: 'day.json', content }], noAnswers)
  expect(reading?.drafts).toHaveLength(50_000)
})

test('a huddle is told with who was in it, by whoever began it', () => {
  const room = {
    created_by: 'U1AAA',
    participant_history: ['U1AAA', 'U2BBB'],
    date_start: 1773224343,
    date_end: 0,
  }
  const huddle = { subtype: 'huddle_thread', user: 'USLACKBOT', text: '', room }
  const zip = exported({ 'users.json': people, 'c/2026-03-11.json': [message('1773224343.000100', huddle)] })
  expect(readZip(zip).flatMap((reading) => reading.drafts)).toMatchObject([
    {
      text: 'Huddle: Mei Lin, ghost',
      actor: 'Mei Lin',
      startedAt: Date.UTC(2026, 2, 11, 10, 19, 3),
      endedAt: null,
    },
  ])
})

test('an app whose words are only shown in Slack, and a comment on a file, say what they say', () => {
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*p95* is up' } }]
  expect(textOf({ text: "This content can't be displayed.", blocks })).toBe('p95 is up')
  expect(
    textOf({ text: 'commented on a file', comment: { comment: 'this is <https://x.example|it>' } }),
  ).toBe('commented on a file\nthis is it (https://x.example)')
})

test('a change that is told by itself is the later version of its message', () => {
  const change = {
    type: 'message',
    subtype: 'message_changed',
    ts: '1773224399.000100',
    message: message('1773224343.000100', {
      text: 'after',
      edited: { user: 'U1AAA', ts: '1773224399.000000' },
    }),
  }
  for (const both of [
    [message('1773224343.000100'), change],
    [change, message('1773224343.000100')],
  ]) {
    expect(readJsonText(both).drafts).toMatchObject([{ text: 'after', edited: true }])
  }
})

test('a folder is the channel it is named after, however a Mac or a PC writes the name', () => {
  const inFolder = (name: string) =>
    readZip(
      exported({
        'users.json': people,
        'channels.json': channels,
        [name]: [message('1773224343.000100')],
      }),
    ).flatMap((reading) => reading.drafts)
  expect(inFolder('vorfälle/2026-03-11.json'.normalize('NFD'))).toMatchObject([{ place: 'vorfälle' }])
  expect(inFolder('vorfälle\\2026-03-11.json')).toMatchObject([{ place: 'vorfälle' }])
})
