import type { EvidenceFormat, EvidenceProblem } from '../evidenceFormat.ts'
import type { EvidenceInput } from '../evidenceInput.ts'
import { epochInstant } from '../evidenceTime.ts'
import { isRecord, type JsonRecord, recordOf, valueAt, wordsOf } from '../jsonValues.ts'
import { latestOfEach, type MessageVersion } from '../slack/latestOfEach.ts'
import { slackDraft } from '../slack/slackDraft.ts'
import { slackGaps } from '../slack/slackGaps.ts'
import { holdsSlackMessages, slackMessagesIn } from '../slack/slackMessagesIn.ts'
import { isSlackChannels, isSlackPeople, slackNamesOf } from '../slack/slackNames.ts'

/**
 * A workspace or channel export: each file of the zip or folder is read by itself, with the names from all of them. Also
 * what the API answers. Times are `ts`, which is UTC; the day in a file's name is on the workspace's clocks.
 */
export const slack: EvidenceFormat = {
  name: 'slack-export',
  label: 'Slack export',
  recognises: (input) =>
    input.documents.some(({ value }) => holdsSlackMessages(value) || isPart(value, input)),
  read: (input) => {
    const { versions, problems } = versionsIn(input)
    const said = versions.filter(({ draft }) => draft.text !== '')
    const { drafts, repeated } = latestOfEach(said)
    const silent = versions.length - said.length
    const leftOut = (note: string) => ({ about: 'leftOut' as const, note })
    const isOnlyParts = versions.length === 0 && input.documents.every(({ value }) => isPart(value, input))
    const notes = [
      ...(repeated > 0
        ? [{ about: 'repeated' as const, note: `Messages that came again (${repeated}) count once.` }]
        : []),
      ...(silent > 0 ? [leftOut(`Messages without any words (${silent}) are left out.`)] : []),
      ...(isOnlyParts ? [leftOut('This part of an export holds no messages.')] : []),
      ...slackGaps(input, drafts),
    ]
    return { drafts, problems, notes }
  },
}

function versionsIn(input: EvidenceInput): { versions: MessageVersion[]; problems: EvidenceProblem[] } {
  const names = slackNamesOf(input)
  const versions: MessageVersion[] = []
  const problems: EvidenceProblem[] = []
  for (const [position, { value }] of input.documents.entries()) {
    const found = slackMessagesIn(value)
    const place = placeOf(value, input, names.channels)
    for (const { message, path } of found ?? []) {
      const draft = slackDraft(message, names, place ?? placeIn(message, names.channels))
      const problem = 'has no ts, so neither its time nor its id is known'
      if (draft) versions.push({ draft, editedAt: editedAt(message) })
      else problems.push({ line: null, path: [position, ...path], problem })
    }
    if (found === null && !isPart(value, input)) {
      problems.push({ line: null, path: [position], problem: 'is not a Slack message' })
    }
  }
  return { versions, problems }
}

/** A change that Slack tells of, without calling it an edit, is later than the message, too. */
const editedAt = (message: JsonRecord): number =>
  epochInstant(recordOf(message.edited).ts) ??
  epochInstant(recordOf(recordOf(message.message).edited).ts) ??
  (message.subtype === 'message_changed' ? (epochInstant(message.ts) ?? 0) : 0)

/** The lists of an export that are no messages: people, channels, integrations, canvases, huddles; and its empty ones. */
function isPart(value: unknown, { beside }: EvidenceInput): boolean {
  if (isSlackPeople(value) || isSlackChannels(value)) return true
  if (!Array.isArray(value) || beside.length < 2) return false
  const isExport = beside.some(({ documents }) =>
    documents.some(({ value }) => isSlackPeople(value) || isSlackChannels(value)),
  )
  return isExport && value.every((entry) => isRecord(entry) && !('ts' in entry) && isOfSlack(entry))
}

/** Other lists in the same folder are for the other formats. */
const isOfSlack = (entry: object): boolean =>
  ['service_type', 'app_type', 'change_type', 'filetype', 'huddle_id', 'room_id'].some((key) => key in entry)

/** What was searched for, or came as an event, says itself which channel it is of. */
const placeIn = ({ channel }: JsonRecord, channels: ReadonlyMap<string, string>): string | null =>
  wordsOf(valueAt(channel, 'name')) ?? channels.get(wordsOf(channel) ?? '') ?? wordsOf(channel)

function placeOf(
  value: unknown,
  { path }: EvidenceInput,
  channels: ReadonlyMap<string, string>,
): string | null {
  const ids = [['channel'], ['channel_id'], ['event', 'channel']].map((path) =>
    wordsOf(valueAt(value, ...path)),
  )
  const id = ids.find((id) => id !== null) ?? (path.split(/[\\/]/).at(-2) ?? '').normalize('NFC')
  const isKnown = channels.has(id) || [...channels.values()].includes(id)
  if (isKnown) return channels.get(id) ?? id
  return ids.find((id) => id !== null) ?? null
}
