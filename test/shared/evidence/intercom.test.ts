import { expect, test } from 'vitest'
import { intercom } from '../../../shared/evidence/formats/intercom.ts'
import { readAs } from './readAs.ts'

const ana = { type: 'user', id: '1', name: 'Ana' }
const sam = { type: 'admin', id: '2', name: 'Sam' }
const part = (part_type: string, more: object = {}) => ({
  id: part_type,
  part_type,
  body: '<p>Maybe the&nbsp;timeout</p>',
  created_at: 1773224700,
  author: sam,
  ...more,
})
const conversation = (parts: unknown[], more: object = {}) => ({
  type: 'conversation',
  id: '215',
  created_at: 1773224520,
  title: 'Cannot pay',
  source: { body: '<p>Card &lt;b&gt; declined</p>', author: ana },
  conversation_parts: { conversation_parts: parts, total_count: parts.length },
  ...more,
})

test('what a customer writes is a signal, and the first message of its thread', () => {
  expect(readAs(intercom, conversation([])).drafts).toMatchObject([
    {
      nativeId: '215',
      thread: '215',
      at: 1773224520000,
      text: 'Cannot pay: Card <b> declined',
      actor: 'Ana',
      kindHint: 'signal',
    },
  ])
})

test('an answer goes to a customer, a note to colleagues', () => {
  const { drafts } = readAs(intercom, {
    type: 'conversation.list',
    total_count: 1,
    conversations: [conversation([part('comment'), part('note'), part('comment', { id: 'x', author: ana })])],
  })
  expect(drafts.slice(1)).toMatchObject([
    { kindHint: 'comms', thread: '215', text: 'Maybe the timeout', actor: 'Sam' },
    { kindHint: 'hypothesis', thread: '215' },
    { kindHint: 'signal' },
  ])
})

test('a part without words says what was done', () => {
  const { drafts } = readAs(
    intercom,
    conversation([part('assignment', { body: null }), part('close', { body: null })]),
  )
  expect(drafts.slice(1)).toMatchObject([
    { text: 'Conversation: assignment', kindHint: 'escalate' },
    { text: 'Conversation: close', kindHint: 'other' },
  ])
})

test('what was redacted is marked as deleted, and its rest is not shown', () => {
  const { drafts } = readAs(intercom, conversation([part('comment', { redacted: true, body: 'left over' })]))
  expect(drafts[1]).toMatchObject({ deleted: true, text: '(redacted)' })
})

test('someone who has no name is called a customer, and nobody else is', () => {
  const nameless = (type: string) => conversation([], { source: { body: 'x', author: { type, name: null } } })
  expect(readAs(intercom, nameless('lead')).drafts[0]?.actor).toBe('customer')
  expect(readAs(intercom, nameless('bot')).drafts[0]?.actor).toBeNull()
})

test('conversations and parts that are not in the file are said to be missing', () => {
  const short = conversation([part('comment')])
  const more = { ...short, conversation_parts: { ...short.conversation_parts, total_count: 9 } }
  const { about } = readAs(intercom, { conversations: [more], total_count: 3, pages: { next: null } })
  expect(about('incomplete')).toHaveLength(2)
})

test('parts of two conversations may have the same id', () => {
  const both = [conversation([part('comment')]), conversation([part('comment')], { id: '216' })]
  expect(readAs(intercom, { conversations: both }).drafts).toHaveLength(4)
})

test('the webhook holds a conversation too', () => {
  const hook = {
    type: 'notification_event',
    topic: 'conversation.user.created',
    data: { item: conversation([]) },
  }
  expect(readAs(intercom, hook).drafts).toHaveLength(1)
})

test('an empty message is still one that was sent', () => {
  const { texts } = readAs(intercom, conversation([part('comment', { body: '<p> </p>' })]))
  expect(texts[1]).toBe('(without words)')
})

test('a page of conversations that has a next one says so, and a first message may be redacted', () => {
  const gone = conversation([part('note')], { source: { body: 'x', redacted: true, author: ana } })
  const { drafts, about } = readAs(intercom, { conversations: [gone], pages: { next: { page: 2 } } })
  expect(drafts).toMatchObject([
    { text: '(redacted)', deleted: true, place: 'Intercom' },
    { nativeId: 'note', deleted: false, place: 'Intercom' },
  ])
  expect(about('incomplete')).toHaveLength(1)
})
