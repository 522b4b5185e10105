import { type EvidenceAnswers, type EvidenceDraft, evidenceDraft, type Timing } from '../evidenceDraft.ts'
import { epochInstant, isoInstant, isoTiming, knownTime } from '../evidenceTime.ts'
import { htmlText } from '../htmlText.ts'
import { idOf, listOf, recordOf, valueAt, wordsOf } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { teamsCardText } from './teamsCardText.ts'

/** A message, and when it was last changed, if that is known. */
export type TeamsSaid = { draft: EvidenceDraft; asOf: number | null }

/** One chatMessage of Graph; null where neither its time nor its id, which is its time in ms, can be read. */
export function teamsMessage(value: unknown, answers: EvidenceAnswers): TeamsSaid | null {
  const message = recordOf(value)
  const nativeId = idOf(message.id)
  const timing = sentTiming(message.createdDateTime, nativeId, answers)
  if (timing === null) return null
  const deleted = wordsOf(message.deletedDateTime) !== null
  const text = wordsIn(message)
  const draft = evidenceDraft({
    nativeId,
    ...timing,
    text: text === '' && deleted ? 'This message was deleted.' : text,
    actor: senderOf(message.from),
    kindHint: kindInWords(text),
    thread: idOf(message.replyToId),
    edited: wordsOf(message.lastEditedDateTime) !== null,
    deleted,
  })
  return { draft, asOf: isoInstant(message.lastModifiedDateTime) }
}

const answeredTo =
  /<blockquote\b[^<>]{0,200}schema\.skype\.com\/Reply[^<>]{0,200}>[\s\S]{0,20000}?<\/blockquote>/gi

/** The words of a message, people by their names, without what it answers to: that is somebody else's. */
export const teamsHtml = (html: string): string =>
  htmlText(html.replace(answeredTo, '').replace(/<at\b[^<>]*>/gi, '@'))

/** The id is the time in ms, so a time without its zone is only asked about where the id is something else. */
export function sentTiming(sent: unknown, nativeId: string | null, answers: EvidenceAnswers): Timing | null {
  const at = isoInstant(sent) ?? epochInstant(nativeId)
  return at === null ? isoTiming(sent, answers) : knownTime(at)
}

function wordsIn(message: Readonly<Record<string, unknown>>): string {
  const content = wordsOf(valueAt(message.body, 'content')) ?? ''
  const isText = valueAt(message.body, 'contentType') === 'text'
  const body = isText ? content : teamsHtml(content)
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
