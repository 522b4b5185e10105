import { isRecord, type JsonRecord, listOf, recordOf, valueAt } from '../jsonValues.ts'

export type SlackMessage = { message: JsonRecord; path: (string | number)[] }

const slackTs = /^\d{9,11}\.\d{1,9}$/

/** `1736478514.897649`. As a number it has lost its zeros at the end, so the six decimals are put back. */
export function slackTsOf(value: unknown): string | null {
  if (typeof value === 'string' && slackTs.test(value)) return value
  return typeof value === 'number' && value > 1e8 && value < 1e11 ? value.toFixed(6) : null
}

const isMessage = (value: unknown): boolean =>
  isRecord(value) &&
  slackTsOf(value.ts) !== null &&
  (value.type === 'message' || 'text' in value || 'subtype' in value || 'user' in value)

/**
 * The messages that `value` holds: a day of an export, an answer of the API (with what slackdump adds), a search, an
 * event as Slack sends it. Null if it is none of these; a damaged record among messages is returned as it is.
 */
export function slackMessagesIn(value: unknown): SlackMessage[] | null {
  if (isListOfPages(value)) {
    const pages = listOf(value).map((page, position) => ({
      found: slackMessagesIn(page) ?? unknownPage(page),
      position,
    }))
    return pages.flatMap(({ found, position }) =>
      found.map(({ message, path }) => ({ message, path: [position, ...path] })),
    )
  }
  const found = listIn(value)
  if (!found?.list.some(isMessage)) return null
  const messages: SlackMessage[] = []
  for (const [position, entry] of found.list.entries()) {
    const message = recordOf(entry)
    const path = found.isWrapped ? found.path : [...found.path, position]
    messages.push({ message, path })
    for (const [index, reply] of listOf(message.slackdump_thread_replies).entries()) {
      messages.push({ message: recordOf(reply), path: [...path, 'slackdump_thread_replies', index] })
    }
  }
  return messages
}

/** Nothing, unless it says something that is not understood. */
const unknownPage = (page: unknown): SlackMessage[] =>
  listIn(page)?.list.length === 0 ? [] : [{ message: recordOf(page), path: [] }]

export const holdsSlackMessages = (value: unknown): boolean =>
  isListOfPages(value) || (listIn(value)?.list.some(isMessage) ?? false)

/** Days of an export, or answers of the API, that were put into one list. */
const isListOfPages = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.some(
    (page) => (Array.isArray(page) || isRecord(page)) && !isMessage(page) && holdsListOfMessages(page),
  )
const holdsListOfMessages = (page: unknown): boolean =>
  (Array.isArray(page) ? page : listOf(valueAt(page, 'messages'))).some(isMessage)

type Found = { list: readonly unknown[]; path: string[]; isWrapped: boolean }

function listIn(value: unknown): Found | null {
  if (Array.isArray(value)) return { list: value, path: [], isWrapped: false }
  if (!isRecord(value)) return null
  if (Array.isArray(value.messages)) return { list: value.messages, path: ['messages'], isWrapped: false }
  const matches = valueAt(value, 'messages', 'matches')
  if (Array.isArray(matches)) return { list: matches, path: ['messages', 'matches'], isWrapped: false }
  if (value.type === 'event_callback') return { list: [value.event], path: ['event'], isWrapped: true }
  return value.type === 'message' ? { list: [value], path: [], isWrapped: true } : null
}
