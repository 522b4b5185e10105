import { htmlText } from '../htmlText.ts'
import { isRecord, listOf, valueAt, wordsOf } from '../jsonValues.ts'
import { losslessJson } from '../losslessJson.ts'
import { plainMarkdown } from '../plainMarkdown.ts'

/** Deeper than cards nest. */
const MOST_DEPTH = 20
const wordKeys = ['title', 'subtitle', 'summary', 'text', 'activityTitle', 'activitySubtitle', 'activityText']

/** What an attachment says: the words of a card, which is JSON in a string, or the name of a file. */
export function teamsCardText(attachment: unknown): string {
  const type = wordsOf(valueAt(attachment, 'contentType')) ?? ''
  const content = valueAt(attachment, 'content')
  if (type === 'messageReference') return '' // what is answered to, not what is said
  if (type === 'reference') return `[file: ${wordsOf(valueAt(attachment, 'name')) ?? 'without a name'}]`
  const card = typeof content === 'string' ? parsed(content) : content
  if (type === 'forwardedMessageReference')
    return htmlText(wordsOf(valueAt(card, 'originalMessageContent')) ?? '')
  return [...new Set(cardWords(card, 0))].join('\n')
}

function cardWords(value: unknown, depth: number): string[] {
  if (depth > MOST_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((part) => cardWords(part, depth + 1))
  if (typeof value === 'string') return wordsOf(value) === null ? [] : [value]
  if (!isRecord(value) || String(value.type).startsWith('Action.')) return []
  const facts = listOf(value.facts).flatMap((fact) => {
    const parts = ['title', 'name', 'value'].flatMap((key) => wordsOf(valueAt(fact, key)) ?? [])
    return parts.length > 0 ? [plainMarkdown(parts.join(': '))] : []
  })
  const said = wordKeys.flatMap((key) => wordsOf(value[key]) ?? [])
  const own = value.type === 'TextRun' ? said : said.map(plainMarkdown)
  const inner = ['body', 'items', 'columns', 'sections', 'rows', 'cells'].flatMap((key) =>
    cardWords(value[key], depth + 1),
  )
  const line = cardWords(value.inlines, depth + 1).join('')
  return [...own, ...facts, ...inner, ...(line === '' ? [] : [line])]
}

function parsed(content: string): unknown {
  try {
    return losslessJson(content)
  } catch {
    return null // a card that is cut off says nothing; the message around it is read
  }
}
