import { isRecord, type JsonRecord, listOf, recordOf, valueAt, wordsOf } from '../jsonValues.ts'
import { plainMarkdown } from '../plainMarkdown.ts'
import type { SlackNames } from './slackNames.ts'
import { slackLink, slackText } from './slackText.ts'

/** Deeper than Slack nests; a stranger's file may go deeper than a stack does. */
const MOST_DEPTH = 20

/** The words of `blocks`, for messages that have no `text`. Buttons and pictures without words are left out. */
export const slackBlocksText = (blocks: unknown, names: SlackNames): string =>
  listOf(blocks)
    .map((block) => blockText(recordOf(block), names))
    .filter((text) => text.trim() !== '')
    .join('\n')

function blockText(block: JsonRecord, names: SlackNames): string {
  switch (block.type) {
    case 'rich_text':
      return richText(block, names, 0)
    case 'section':
      return joined([block.text, ...listOf(block.fields)], names)
    case 'context':
      return joined(listOf(block.elements), names)
    case 'image':
    case 'video':
      return joined([block.title, block.alt_text], names)
    case 'markdown':
      return plainMarkdown(wordsOf(block.text) ?? '')
    case 'table':
      return listOf(block.rows)
        .map((row) =>
          listOf(row)
            .map((cell) => richText(recordOf(cell), names, 0))
            .join(' | '),
        )
        .join('\n')
    default:
      return joined([block.text], names)
  }
}

const joined = (parts: readonly unknown[], names: SlackNames): string =>
  parts.flatMap((part) => objectText(part, names) ?? []).join('\n')

/** `{type: 'mrkdwn' | 'plain_text', text}`, or a bare string. */
function objectText(part: unknown, names: SlackNames): string | null {
  if (typeof part === 'string') return wordsOf(part)
  const text = wordsOf(valueAt(part, 'text'))
  if (text === null) return null
  return valueAt(part, 'type') === 'mrkdwn' ? slackText(text, names) : text
}

function richText(element: JsonRecord, names: SlackNames, depth: number): string {
  if (depth > MOST_DEPTH) return ''
  const inner = listOf(element.elements)
    .filter(isRecord)
    .map((part) => richText(part, names, depth + 1))
  switch (element.type) {
    case 'rich_text_section':
      return inner.join('')
    case 'rich_text_preformatted':
      return `\`\`\`\n${inner.join('')}\n\`\`\``
    case 'rich_text_quote':
      return `> ${inner.join('')}`
    case 'rich_text_list':
      return inner.map((item) => `• ${item}`).join('\n')
    case 'rich_text':
      return inner.join('\n')
    default:
      return leafText(element, names)
  }
}

function leafText(leaf: JsonRecord, names: SlackNames): string {
  const text = wordsOf(leaf.text) === null ? '' : String(leaf.text)
  const id = (key: string) => wordsOf(leaf[key]) ?? ''
  switch (leaf.type) {
    case 'link':
      return slackLink(id('url'), text)
    case 'user':
      return `@${names.people.get(id('user_id')) ?? id('user_id')}`
    case 'channel':
      return `#${names.channels.get(id('channel_id')) ?? id('channel_id')}`
    case 'usergroup':
      return `@${id('usergroup_id')}`
    case 'broadcast':
      return `@${id('range')}`
    case 'emoji':
      return `:${id('name')}:`
    case 'date':
      return id('fallback')
    default:
      return typeof leaf.text === 'string' ? leaf.text : ''
  }
}
