import * as z from 'zod/mini'
import { evidenceDraft } from '../evidenceDraft.ts'
import { isoInstant } from '../evidenceTime.ts'
import { hasKeys } from '../hasKeys.ts'
import { inside, joined, jsonFormat, type Located, members, noted, nothing, readEach } from '../jsonFormat.ts'
import { idOf, listOf, recordOf, valueAt, wordsOf } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { fewerThan, nextPage } from '../nextPage.ts'
import { told } from '../told.ts'

const zonedTime = z
  .string()
  .check(z.refine((text) => isoInstant(text) !== null, { error: 'is no time with its zone' }))
const ticket = z.looseObject({ id: z.union([z.number(), z.string()]), created_at: zonedTime })
const comment = z.looseObject({ id: z.union([z.number(), z.string()]), created_at: zonedTime })

const isTicket = (value: unknown): boolean =>
  hasKeys(value, 'id', 'created_at', 'subject') &&
  (['requester_id', 'via', 'raw_subject'].some((key) => hasKeys(value, key)) ||
    hasKeys(value, 'status', 'priority'))
const isComment = (value: unknown): boolean => hasKeys(value, 'created_at', 'author_id', 'body')

/** Tickets and their comments as Zendesk's API answers, page by page, one by one, or as an incremental export. */
export const zendeskApi = jsonFormat({
  name: 'zendesk',
  label: 'Zendesk',
  isPayload: (value) =>
    isTicket(value) ||
    hasKeys(value, 'tickets', 'next_page') ||
    ['tickets', 'comments', 'results'].some((key) =>
      listOf(valueAt(value, key)).some((one) => isTicket(one) || isComment(one)),
    ) ||
    isTicket(valueAt(value, 'ticket')),
  read: (payload) => {
    const tickets = isTicket(payload.value)
      ? [payload]
      : isTicket(valueAt(payload.value, 'ticket'))
        ? [inside(payload, 'ticket')]
        : [...members(inside(payload, 'tickets')), ...members(inside(payload, 'results'))]
    const comments = members(inside(payload, 'comments'))
    return joined(
      readEach(tickets, ticket, (value) => [
        told(ticketDraft(value), { asOf: isoInstant(value.updated_at) }),
      ]),
      readEach(comments, comment, (value) => [told(commentDraft(value, payload))]),
      nextPage(valueAt(payload.value, 'next_page'), 'Zendesk'),
      hasMore(payload)
        ? noted('incomplete', 'Zendesk has more than is in this file: fetch the next page as well.')
        : nothing,
      fewerThan(valueAt(payload.value, 'count'), tickets.length + comments.length, {
        tool: 'Zendesk',
        what: 'entries',
      }),
    )
  },
})

const hasMore = ({ value }: Located): boolean =>
  valueAt(value, 'meta', 'has_more') === true || valueAt(value, 'end_of_stream') === false

function ticketDraft(value: z.infer<typeof ticket>) {
  const words = [wordsOf(value.subject) ?? wordsOf(value.raw_subject), wordsOf(value.description)]
  return evidenceDraft({
    nativeId: idOf(value.id),
    at: isoInstant(value.created_at),
    text: words.flatMap((part) => part ?? []).join('\n') || `Ticket ${value.id}`,
    actor: 'customer',
    kindHint: 'signal',
    deleted: value.status === 'deleted',
  })
}

function commentDraft(value: z.infer<typeof comment>, payload: Located) {
  const text = wordsOf(value.plain_body) ?? wordsOf(value.body) ?? ''
  const author = listOf(valueAt(payload.value, 'users')).find(
    (person) => valueAt(person, 'id') === value.author_id,
  )
  const isAgent = ['agent', 'admin'].includes(String(recordOf(author).role))
  return evidenceDraft({
    nativeId: idOf(value.id),
    at: isoInstant(value.created_at),
    text: value.public === false ? `Internal note: ${text}` : text,
    actor: isAgent ? wordsOf(valueAt(author, 'name')) : null,
    kindHint: isAgent && value.public !== false ? 'comms' : kindInWords(text),
    thread: idOf(value.ticket_id),
  })
}
