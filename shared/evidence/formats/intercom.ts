import * as z from 'zod/mini'
import type { EventKind } from '../eventKinds.ts'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { htmlText } from '../htmlText.ts'
import {
  inside,
  joined,
  jsonFormat,
  type Located,
  members,
  type PayloadRead,
  readEach,
} from '../jsonFormat.ts'
import { idOf, valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, flag, id, part, words } from '../looseFields.ts'
import { fewerThan, nextPage } from '../nextPage.ts'
import { told } from '../told.ts'

const author = part({ type: words, name: words })
const conversation = z.object({
  id,
  title: words,
  created_at: anything,
  source: part({ subject: words, body: words, author, redacted: flag }),
})
const conversationPart = z.object({
  id,
  part_type: words,
  body: words,
  created_at: anything,
  author,
  redacted: flag,
})

const isConversation = (value: unknown): boolean =>
  hasKeys(value, 'id', 'created_at') &&
  (hasKeys(value, 'conversation_parts') ||
    (hasKeys(value, 'source') && valueAt(value, 'type') === 'conversation'))

/** Conversations with customers, from Intercom: alone, listed by its API, or in its webhook. */
export const intercom = jsonFormat({
  name: 'intercom',
  label: 'Intercom conversations',
  isPayload: (value) =>
    [value, valueAt(value, 'data', 'item'), valueAt(value, 'conversations', 0)].some(isConversation),
  read(payload, answers) {
    const alone = [payload, inside(payload, 'data', 'item')].filter(({ value }) => isConversation(value))
    const conversations = alone.length > 0 ? alone : members(inside(payload, 'conversations'))
    const total = alone.length > 0 ? null : valueAt(payload.value, 'total_count')
    return joined(
      conversations.map((one) => readConversation(one, answers)),
      fewerThan(total, conversations.length, { tool: 'Intercom', what: 'conversations' }),
      nextPage(valueAt(payload.value, 'pages', 'next'), 'Intercom'),
    )
  },
})

function readConversation(record: Located, answers: EvidenceAnswers): PayloadRead {
  const thread = idOf(valueAt(record.value, 'id'))
  const first = readEach([record], conversation, ({ id: nativeId, title, created_at, source }) => {
    const said = [title ?? source?.subject, source?.body].map((html) => html && htmlText(html))
    const draft = evidenceDraft({
      ...firstTiming(answers, created_at),
      nativeId,
      thread,
      text: source?.redacted ? REDACTED : said.filter(Boolean).join(': '),
      actor: nameOf(source?.author ?? null),
      kindHint: isCustomer(source?.author ?? null) ? 'signal' : 'comms',
      place: 'Intercom',
      deleted: source?.redacted ?? false,
    })
    return [told(draft)]
  })
  const parts = members(inside(record, 'conversation_parts', 'conversation_parts'))
  const replies = readEach(parts, conversationPart, (one) => {
    const draft = evidenceDraft({
      ...firstTiming(answers, one.created_at),
      nativeId: one.id,
      thread,
      text: one.redacted ? REDACTED : one.body ? htmlText(one.body) : actInWords(one.part_type),
      actor: nameOf(one.author),
      kindHint: kindOf(one.part_type, one.body, isCustomer(one.author)),
      place: 'Intercom',
      deleted: one.redacted,
    })
    return [told(draft, { identity: `${thread} part ${one.id} ${draft.at}` })]
  })
  const total = valueAt(record.value, 'conversation_parts', 'total_count')
  const what = 'parts of a conversation'
  return joined(first, replies, fewerThan(total, parts.length, { tool: 'Intercom', what }))
}

const REDACTED = '(redacted)'

const isCustomer = (by: z.infer<typeof author>): boolean =>
  by !== null && !/^(?:admin|bot|team)$/.test(by.type ?? '')

const nameOf = (by: z.infer<typeof author>): string | null =>
  by?.name ?? (by && isCustomer(by) ? 'customer' : null)

/** A note is for colleagues only, so it is no message to customers. */
function kindOf(type: string | null, body: string | null, isFromCustomer: boolean): EventKind {
  if (type === 'comment') return isFromCustomer ? 'signal' : 'comms'
  if (type === 'note') return kindInWords(body ?? '')
  return type?.includes('assign') ? 'escalate' : 'other'
}

const actInWords = (type: string | null): string =>
  `Conversation: ${(type ?? 'changed').replaceAll('_', ' ')}`
