import type { EventKind } from '../eventKinds.ts'
import { type EvidenceDraft, evidenceDraft } from '../evidenceDraft.ts'
import { epochInstant } from '../evidenceTime.ts'
import { type JsonRecord, listOf, recordOf, valueAt, wordsOf } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { slackTsOf } from './slackMessagesIn.ts'
import { type SlackNames, slackNameOf } from './slackNames.ts'
import { slackWords } from './slackWords.ts'

/** What a channel tells of itself, not of the incident. */
const housekeeping = new Set([
  'channel_leave',
  'channel_topic',
  'channel_purpose',
  'channel_name',
  'channel_archive',
  'channel_unarchive',
  'group_leave',
  'bot_add',
  'bot_remove',
  'reminder_add',
  'pinned_item',
])

/** One message; null where its `ts`, which is its id and its time, cannot be read. */
export function slackDraft(sent: JsonRecord, names: SlackNames, place: string | null): EvidenceDraft | null {
  const message = sent.subtype === 'message_changed' ? recordOf(sent.message) : sent
  const isRemoval = message.subtype === 'message_deleted'
  const before = recordOf(message.previous_message)
  const nativeId = slackTsOf(isRemoval ? (message.deleted_ts ?? before.ts) : message.ts)
  const at = instantOfTs(nativeId)
  if (nativeId === null || at === null) return null
  const deleted = isRemoval || message.subtype === 'tombstone' || message.hidden_by_limit === true
  const text = slackWords(isRemoval ? before : message, names) || emptyWords(message, names)
  return evidenceDraft({
    nativeId,
    at,
    text: deleted && text === '' ? 'This message was deleted.' : text,
    actor: deleted && !isRemoval ? null : senderOf(isRemoval ? before : message, names),
    kindHint: kindOf(message, text),
    thread: slackTsOf(message.thread_ts) ?? slackTsOf(before.thread_ts),
    place,
    startedAt: epochInstant(valueAt(message, 'room', 'date_start')),
    endedAt: epochInstant(valueAt(message, 'room', 'date_end')),
    edited: message.edited !== undefined && message.edited !== null,
    deleted,
  })
}

/** For years the decimals were a counter of the messages of one second, and it starts at 1; they are no thousandths then. */
const instantOfTs = (ts: string | null): number | null =>
  epochInstant(ts === null ? null : ts.replace(/\.00\d*$/, ''))

/** A huddle says nothing, but who was in it. */
function emptyWords(message: JsonRecord, names: SlackNames): string {
  if (message.subtype !== 'huddle_thread' && message.subtype !== 'sh_room_created') return ''
  const people = listOf(valueAt(message, 'room', 'participant_history')).flatMap((id) => wordsOf(id) ?? [])
  return ['Huddle', people.map((id) => names.people.get(id) ?? id).join(', ')].filter(Boolean).join(': ')
}

/** Slack itself, which sends what others did. */
const SLACKBOT = 'USLACKBOT'

function senderOf(message: JsonRecord, names: SlackNames): string | null {
  const ids = [
    ...(message.user === SLACKBOT ? [valueAt(message, 'room', 'created_by')] : [message.user]),
    recordOf(message.comment).user,
    message.bot_id,
  ].flatMap((id) => wordsOf(id) ?? [])
  const known = ids.flatMap((id) => names.people.get(id) ?? [])
  const own = slackNameOf(recordOf(message.user_profile))
  const bot = wordsOf(message.username) ?? wordsOf(valueAt(message, 'bot_profile', 'name'))
  const isBot = message.subtype === 'bot_message' || message.bot_id !== undefined
  return (
    (isBot ? (bot ?? known[0]) : (known[0] ?? own ?? bot)) ??
    own ??
    ids[0] ??
    (message.user === SLACKBOT ? 'Slackbot' : null)
  )
}

function kindOf(message: JsonRecord, text: string): EventKind {
  if (message.subtype === 'channel_join' || message.subtype === 'group_join') return 'join'
  return housekeeping.has(wordsOf(message.subtype) ?? '') ? 'other' : kindInWords(text)
}
