import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { inside, type Located, members } from '../jsonFormat.ts'
import { idOf, recordOf, valueAt, wordsOf } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { sentTiming, type TeamsSaid, teamsHtml } from './teamsMessage.ts'

/** `messages.json` of someone's own data: conversations with their messages. */
export const archivedMessages = (payload: Located): { message: Located; place: string | null }[] =>
  members(inside(payload, 'conversations')).flatMap((conversation) => {
    const named = [['displayName'], ['threadProperties', 'topic']].map((path) =>
      valueAt(conversation.value, ...path),
    )
    const place = named.map(wordsOf).find((name) => name !== null) ?? null
    return members(inside(conversation, 'MessageList')).map((message) => ({ message, place }))
  })

/** Calls, joins and other things the program wrote itself. */
export const isArchivedSystemMessage = (value: unknown): boolean => {
  const type = wordsOf(valueAt(value, 'messagetype')) ?? ''
  return /^(?:ThreadActivity|Event|Control)\//.test(type)
}

export function archivedMessage(
  value: unknown,
  place: string | null,
  answers: EvidenceAnswers,
): TeamsSaid | null {
  const message = recordOf(value)
  const nativeId = idOf(message.id)
  const timing = sentTiming(message.originalarrivaltime, nativeId, answers)
  if (timing === null) return null
  const properties = recordOf(message.properties)
  const deleted = idOf(properties.deletetime) !== null
  const text = teamsHtml(wordsOf(message.content) ?? '')
  const draft = evidenceDraft({
    nativeId,
    ...timing,
    text: text === '' && deleted ? 'This message was deleted.' : text,
    actor: wordsOf(message.displayName) ?? wordsOf(message.imdisplayname) ?? wordsOf(message.from),
    kindHint: kindInWords(text),
    place,
    edited: idOf(properties.edittime) !== null,
    deleted,
  })
  return { draft, asOf: null }
}
