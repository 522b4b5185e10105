import { type JsonRecord, listOf, recordOf, wordsOf } from '../jsonValues.ts'
import { slackBlocksText } from './slackBlocksText.ts'
import type { SlackNames } from './slackNames.ts'
import { slackText } from './slackText.ts'

/**
 * All a message says. Most bots leave `text` empty and say it in `blocks` or `attachments`; what a link unfolds to is
 * not what its sender said. Files are named, since a screenshot is evidence.
 */
export function slackWords(message: JsonRecord, names: SlackNames): string {
  const text = message.text === NOT_SHOWN ? null : wordsOf(message.text)
  const said = text === null ? slackBlocksText(message.blocks, names) : slackText(text, names)
  const attachments = listOf(message.attachments)
    .map(recordOf)
    .filter((attachment) => said.trim() === '' || !isUnfolded(attachment))
    .flatMap((attachment) => attachmentLines(attachment, names))
  const files = [...listOf(message.files), ...(text === null ? [message.file] : [])]
    .map(recordOf)
    .flatMap((file) => wordsOf(file.title) ?? wordsOf(file.name) ?? [])
    .map((name) => `[file: ${name}]`)
  const comment = wordsOf(recordOf(message.comment).comment)
  return withoutEchoes([
    said,
    ...attachments,
    ...(comment === null ? [] : [slackText(comment, names)]),
    ...files,
  ]).join('\n')
}

/** In place of the words of an app, which are in its blocks. */
const NOT_SHOWN = "This content can't be displayed."

const isUnfolded = (attachment: JsonRecord): boolean =>
  'from_url' in attachment || 'original_url' in attachment || attachment.is_msg_unfurl === true

function attachmentLines(attachment: JsonRecord, names: SlackNames): string[] {
  const mrkdwn = (key: string) => {
    const words = wordsOf(attachment[key])
    return words === null || words.startsWith('[no preview available]') ? '' : slackText(words, names)
  }
  const title = mrkdwn('title')
  const fallback = mrkdwn('fallback')
  const fields = listOf(attachment.fields)
    .map(recordOf)
    .map(({ title, value }) => [title, value].flatMap((part) => wordsOf(part) ?? []).join(': '))
    .map((field) => slackText(field, names))
  const blocks = slackBlocksText(attachment.blocks, names)
  const head = title !== '' && fallback.includes(title) ? fallback : title
  const body = [mrkdwn('pretext'), head, mrkdwn('text'), ...fields, blocks].filter(
    (line) => line.trim() !== '',
  )
  return body.length > 0 ? body : [fallback]
}

/** Attachments like to say the same thing in several of their fields. */
function withoutEchoes(lines: readonly string[]): string[] {
  const kept: string[] = []
  for (const line of lines.map((line) => line.trim())) {
    if (line !== '' && !kept.some((before) => before.includes(line))) kept.push(line)
  }
  return kept
}
