import { type EvidenceDraft, evidenceDraft } from '../evidenceDraft.ts'
import { epochInstant, isoInstant } from '../evidenceTime.ts'
import { htmlText } from '../htmlText.ts'
import { idOf, listOf, recordOf, valueAt, wordsOf } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { teamsCardText } from './teamsCardText.ts'

/** A message, and when it was last changed, if that is known. */
export type TeamsSaid = { draft: EvidenceDraft; asOf: number | null }

/** One chatMessage of Graph; null where neither its time nor its id, which is its time in ms, can be read. */
export function teamsMessage(value: unknown): TeamsSaid | null {
  const message = recordOf(value)
  const nativeId = idOf(message.id)
  const at = isoInstant(message.createdDateTime) ?? epochInstant(nativeId)
  if (at === null) return null
  const deleted = wordsOf(message.deletedDateTime) !== null
  const text = wordsIn(message)
  const draft = evidenceDraft({
    nativeId,
    at,
    text: text === '' && deleted ? 'This message was deleted.' : text,
    actor: senderOf(message.from),
    kindHint: kindInWords(text),
    thread: idOf(message.replyToId),
    edited: wordsOf(message.lastEditedDateTime) !== null,
    deleted,
  })
  return { draft, asOf: isoInstant(message.lastModifiedDateTime) }
}

function wordsIn(message: Readonly<Record<string, unknown>>): string {
  const content = wordsOf(valueAt(message.body, 'content')) ?? ''
  const isText = valueAt(message.body, 'contentType') === 'text'
  const body = isText ? content : htmlText(content.replace(/<at\b[^<>]*>/gi, '@'))
  const attachments = listOf(message.attachments).map(teamsCardText)
  return [wordsOf(message.subject) ?? '', body, ...attachments]
    .filter((part) => part.trim() !== '')
    .join('\n')
}

/** Names of people who left are null; their id at least tells them apart. */
function senderOf(from: unknown): string | null {
  const senders = ['user', 'application', 'device', 'conversation'].map((kind) => valueAt(from, kind))
  const names = senders.map((sender) => wordsOf(valueAt(sender, 'displayName')))
  const ids = senders.map((sender) => wordsOf(valueAt(sender, 'id')))
  return [...names, ...ids].find((name) => name !== null) ?? null
}
