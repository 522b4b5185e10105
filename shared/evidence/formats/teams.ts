import type { EvidenceAnswers } from '../evidenceDraft.ts'
import type { EvidenceFormat } from '../evidenceFormat.ts'
import { hasKeys } from '../hasKeys.ts'
import {
  inside,
  joined,
  jsonFormat,
  type Located,
  members,
  noted,
  nothing,
  type PayloadRead,
} from '../jsonFormat.ts'
import { listOf, valueAt } from '../jsonValues.ts'
import { nextPage } from '../nextPage.ts'
import { archivedMessage, archivedMessages, isArchivedSystemMessage } from '../teams/teamsArchive.ts'
import { type TeamsSaid, teamsMessage } from '../teams/teamsMessage.ts'
import { told } from '../told.ts'

const isMessage = (value: unknown): boolean =>
  hasKeys(value, 'createdDateTime', 'body') || hasKeys(value, 'messageType', 'etag')
const isArchive = (value: unknown): boolean =>
  listOf(valueAt(value, 'conversations')).some((conversation) => hasKeys(conversation, 'MessageList'))
const isPage = (value: unknown): boolean =>
  hasKeys(value, 'value') && (listOf(valueAt(value, 'value')).some(isMessage) || isEmptyPage(value))
const isEmptyPage = (value: unknown): boolean =>
  hasKeys(value, '@odata.context') && /messages|replies/.test(String(valueAt(value, '@odata.context')))

/** Microsoft Teams, as Graph answers: pages of messages, replies in pages of their own or within. Also someone's own data. */
export const teams: EvidenceFormat = withRoots(
  jsonFormat({
    name: 'ms-teams-graph',
    label: 'Microsoft Teams',
    isPayload: (value) => isMessage(value) || isPage(value) || isArchive(value),
    read: (payload, answers) => {
      if (isArchive(payload.value)) return readArchive(payload, answers)
      const isOne = isMessage(payload.value)
      const page = isOne ? [payload] : members(inside(payload, 'value'))
      const total = valueAt(payload.value, '@odata.nextLink')
      return joined(
        page.map((message) => readMessage(message, answers)),
        isOne ? nothing : nextPage(total, 'Teams'),
      )
    },
  }),
)

function readMessage(message: Located, answers: EvidenceAnswers): PayloadRead {
  const replies = members(inside(message, 'replies')).map((reply) => readMessage(reply, answers))
  const more = nextPage(valueAt(message.value, 'replies@odata.nextLink'), 'A thread in Teams')
  return joined(
    readOne(message, isSystemMessage, (value) => teamsMessage(value, answers)),
    replies,
    more,
  )
}

const readArchive = (payload: Located, answers: EvidenceAnswers): PayloadRead =>
  joined(
    archivedMessages(payload).map(({ message, place }) =>
      readOne(message, isArchivedSystemMessage, (value) => archivedMessage(value, place, answers)),
    ),
  )

/** Members coming and going, without their names: nothing to say when or why. */
const isSystemMessage = (value: unknown): boolean => {
  const type = valueAt(value, 'messageType')
  return typeof type === 'string' && type !== 'message'
}

function readOne(
  { value, path }: Located,
  isSystem: (value: unknown) => boolean,
  tell: (value: unknown) => TeamsSaid | null,
): PayloadRead {
  if (isSystem(value)) return noted('leftOut', 'What Teams itself wrote into the channel is left out.')
  const said = tell(value)
  const problem = 'has no time that can be read'
  if (said === null) return { ...nothing, problems: [{ line: null, path, problem }] }
  if (said.draft.text === '') return noted('leftOut', 'Messages without any words are left out.')
  const identity = said.draft.nativeId ?? String(said.draft.at)
  return { ...nothing, told: [told(said.draft, { identity, asOf: said.asOf })] }
}

/** The first message of a thread does not know that it is one; its replies do. */
function withRoots(format: EvidenceFormat): EvidenceFormat {
  return {
    ...format,
    read(input, answers) {
      const read = format.read(input, answers)
      const roots = new Set(read.drafts.map(({ thread }) => thread))
      const drafts = read.drafts.map((draft) =>
        draft.thread === null && roots.has(draft.nativeId) ? { ...draft, thread: draft.nativeId } : draft,
      )
      return { ...read, drafts }
    },
  }
}
