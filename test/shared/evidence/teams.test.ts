import { expect, test } from 'vitest'
import { readJsonText } from './samples.ts'

const message = (id: string, html: string, more: object = {}) => ({
  id,
  messageType: 'message',
  createdDateTime: new Date(Number(id)).toISOString(),
  lastModifiedDateTime: new Date(Number(id)).toISOString(),
  from: { user: { id: 'u1', displayName: 'Mei Lin' } },
  body: { contentType: 'html', content: html },
  ...more,
})
const page = (...value: object[]) => ({ '@odata.context': 'https://graph/$metadata#messages', value })
const [first, second] = ['1773224460512', '1773224610000']

test('HTML is read as the words it shows, and what was escaped stays words', () => {
  const html =
    '<p>Rolling&nbsp;back <at id="0">Sam Osei</at> <emoji alt="👍"></emoji></p><p>&lt;script&gt;alert(1)&lt;/script&gt;</p><script>steal()</script>'
  expect(readJsonText(page(message(first, html))).drafts[0]?.text).toBe(
    'Rolling back @Sam Osei 👍\n<script>alert(1)</script>',
  )
})

test('the words of a card are read out of the JSON in its string, and a card that is cut off loses only itself', () => {
  const card = {
    type: 'AdaptiveCard',
    body: [{ type: 'TextBlock', text: 'Alert fired' }, { facts: [{ title: 'Region', value: 'eu' }] }],
  }
  const withCard = (content: string) =>
    message(first, '<p>see</p>', { attachments: [{ contentType: 'x/card', content }] })
  expect(readJsonText(page(withCard(JSON.stringify(card)))).drafts[0]?.text).toBe(
    'see\nAlert fired\nRegion: eu',
  )
  expect(readJsonText(page(withCard('{"type":"Adap'))).drafts[0]?.text).toBe('see')
})

test('a card reads like its words: marks of emphasis are gone, and the runs of one line are one line', () => {
  const card = {
    body: [
      { type: 'TextBlock', text: '**Sev1** alert' },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'p95 ' }, 'is up'] },
    ],
  }
  const attachments = [
    { contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.stringify(card) },
  ]
  expect(readJsonText(page(message(first, '', { attachments }))).drafts[0]?.text).toBe(
    'Sev1 alert\np95 is up',
  )
})

test('what is answered to is not what is said, what is forwarded is', () => {
  const quote =
    '<blockquote itemtype="http://schema.skype.com/Reply" itemid="1">Sam: old</blockquote><p>new</p>'
  const forwarded = {
    contentType: 'forwardedMessageReference',
    content: JSON.stringify({ originalMessageContent: '<p>from elsewhere</p>' }),
  }
  const { drafts } = readJsonText(
    page(message(first, quote), message(second, '', { attachments: [forwarded] })),
  )
  expect(drafts.map(({ text }) => text)).toEqual(['new', 'from elsewhere'])
})

test('a time without its zone is asked about where the id does not say it', () => {
  const { drafts } = readJsonText(
    page(message(first, 'a', { id: 'x', createdDateTime: '2026-03-11T10:21:00' })),
  )
  expect(drafts).toMatchObject([{ at: null, needs: ['zone'], text: 'a' }])
})

test('only an edit makes a message edited, not a reaction; a deleted one is said to be', () => {
  const { drafts } = readJsonText(
    page(
      message(first, 'a', { lastModifiedDateTime: '2027-01-01T00:00:00Z' }),
      message(second, '', { deletedDateTime: '2026-03-11T11:00:00Z' }),
    ),
  )
  expect(drafts.map(({ edited, deleted }) => [edited, deleted])).toEqual([
    [false, false],
    [false, true],
  ])
})

test('replies within a message are in its thread, and a page after this one is missed', () => {
  const reply = message(second, 'b', { replyToId: first })
  const { drafts, notes } = readJsonText({
    ...page(message(first, 'a', { replies: [reply], 'replies@odata.nextLink': 'https://x' })),
    '@odata.nextLink': 'https://y',
  })
  expect(drafts.map(({ thread }) => thread)).toEqual([first, first])
  expect(notes.map(({ about }) => about)).toEqual(['incomplete', 'incomplete'])
})

test('pages that overlap bring a message once, as it was last', () => {
  const later = message(first, 'after', {
    lastModifiedDateTime: '2027-01-01T00:00:00Z',
    lastEditedDateTime: '2027-01-01T00:00:00Z',
  })
  const { drafts } = readJsonText([page(later), page(message(first, 'before'))])
  expect(drafts).toMatchObject([{ text: 'after', edited: true }])
})

test('someone who left has no name any more, and what Teams itself wrote is left out', () => {
  const { drafts, notes } = readJsonText(
    page(
      message(first, 'a', { from: { user: { id: 'u9', displayName: null } } }),
      message(second, '<systemEventMessage/>', { messageType: 'systemEventMessage', from: null }),
    ),
  )
  expect(drafts).toMatchObject([{ actor: 'u9' }])
  expect(notes).toMatchObject([{ about: 'leftOut' }])
})

test('the messages of someone’s own data are read as well', () => {
  const MessageList = [
    {
      id: first,
      originalarrivaltime: '2026-03-11T10:21:00.512Z',
      displayName: 'Mei Lin',
      content: '<p>hello</p>',
      messagetype: 'RichText/Html',
    },
    {
      id: second,
      originalarrivaltime: '2026-03-11T10:22:00Z',
      content: 'x',
      messagetype: 'ThreadActivity/AddMember',
    },
  ]
  const { format, drafts } = readJsonText({ userId: 'x', conversations: [{ id: 'c', MessageList }] })
  expect(format).toBe('ms-teams-graph')
  expect(drafts).toMatchObject([{ actor: 'Mei Lin', text: 'hello', at: Number(first) }])
})
