import { evidenceDraft } from '../evidenceDraft.ts'
import { epochInstant, isoInstant } from '../evidenceTime.ts'
import { htmlText } from '../htmlText.ts'
import { inside, type Located, members } from '../jsonFormat.ts'
import { idOf, recordOf, valueAt, wordsOf } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import type { TeamsSaid } from './teamsMessage.ts'

/** `messages.json` of someone's own data: conversations with their messages. */
export const archivedMessages = (payload: Located): Located[] =>
  members(inside(payload, 'conversations')).flatMap((conversation) =>
    members(inside(conversation, 'MessageList')),
  )

/** Calls, joins and other things the program wrote itself. */
export const isArchivedSystemMessage = (value: unknown): boolean => {
  const type = wordsOf(valueAt(value, 'messagetype')) ?? ''
  return /^(?:ThreadActivity|Event|Control)\//.test(type)
}

export function archivedMessage(value: unknown): TeamsSaid | null {
  const message = recordOf(value)
  const nativeId = idOf(message.id)
  const at = isoInstant(message.originalarrivaltime) ?? epochInstant(nativeId)
  if (at === null) return null
  const properties = recordOf(message.properties)
  const deleted = idOf(properties.deletetime) !== null
  const text = htmlText((wordsOf(message.content) ?? '').replace(/<at\b[^<>]*>/gi, '@'))
  const draft = evidenceDraft({
    nativeId,
    at,
    text: text === '' && deleted ? 'This message was deleted.' : text,
    actor: wordsOf(message.displayName) ?? wordsOf(message.imdisplayname) ?? wordsOf(message.from),
    kindHint: kindInWords(text),
    edited: idOf(properties.edittime) !== null,
    deleted,
  })
  return { draft, asOf: null }
}
