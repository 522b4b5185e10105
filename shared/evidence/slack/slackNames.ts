import type { EvidenceInput } from '../evidenceInput.ts'
import { idOf, isRecord, type JsonRecord, listOf, recordOf, valueAt, wordsOf } from '../jsonValues.ts'
import { slackMessagesIn } from './slackMessagesIn.ts'

/** Who is who and what is where, by id. Channels also by their folder's name, which is the name itself. */
export type SlackNames = { people: ReadonlyMap<string, string>; channels: ReadonlyMap<string, string> }

const namesByBundle = new WeakMap<object, SlackNames>()

/**
 * From the lists of an export, and where they lack someone (guests, other workspaces, a single day file) from what the
 * messages say of their own senders.
 */
export function slackNamesOf(input: EvidenceInput): SlackNames {
  const bundle = input.beside.length > 0 ? input.beside : [input]
  const known = namesByBundle.get(bundle)
  if (known) return known
  const people = new Map<string, string>()
  const channels = new Map<string, string>()
  const values = bundle.flatMap(({ documents }) => documents.map(({ value }) => value))
  for (const { message } of values.flatMap((value) => slackMessagesIn(value) ?? []))
    addSender(message, people)
  for (const value of values) addList(value, people, channels)
  const names = { people, channels }
  namesByBundle.set(bundle, names)
  return names
}

/** What a person is called: Slack lets most of these be empty. */
export function slackNameOf(person: JsonRecord): string | null {
  const profile = recordOf(person.profile)
  const names = [profile.real_name, person.real_name, profile.display_name, person.display_name, person.name]
  return names.map(wordsOf).find((name) => name !== null) ?? null
}

export const isSlackPeople = (value: unknown): boolean =>
  isListOf(peopleIn(value), (person) => /^[UWB][A-Z0-9]{2,}$/.test(idOf(person.id) ?? '') && isPerson(person))

export const isSlackChannels = (value: unknown): boolean =>
  isListOf(
    channelsIn(value),
    (channel) => /^[CGD][A-Z0-9]{2,}$/.test(idOf(channel.id) ?? '') && isChannel(channel),
  )

const isPerson = (person: JsonRecord) => isRecord(person.profile) || 'is_bot' in person || 'team_id' in person
const isChannel = (channel: JsonRecord) =>
  Array.isArray(channel.members) ||
  'creator' in channel ||
  'is_archived' in channel ||
  'is_channel' in channel

const isListOf = (list: readonly unknown[], holds: (record: JsonRecord) => boolean): boolean =>
  list.length > 0 && list.slice(0, 5).some((entry) => isRecord(entry) && holds(entry))

/** Files of an export are lists; the API wraps them. */
const peopleIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [...listOf(valueAt(value, 'members')), ...listOf(valueAt(value, 'users'))]
const channelsIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : listOf(valueAt(value, 'channels'))

function addSender(message: JsonRecord, people: Map<string, string>): void {
  const name = slackNameOf(recordOf(message.user_profile))
  if (typeof message.user === 'string' && name !== null) people.set(message.user, name)
}

function addList(value: unknown, people: Map<string, string>, channels: Map<string, string>): void {
  if (isSlackPeople(value)) {
    for (const person of peopleIn(value).map(recordOf)) {
      const name = slackNameOf(person)
      const ids = [idOf(person.id), wordsOf(valueAt(person, 'profile', 'bot_id'))]
      for (const id of ids) if (id !== null && name !== null) people.set(id, name)
    }
  }
  if (isSlackChannels(value)) {
    for (const channel of channelsIn(value).map(recordOf)) {
      const id = idOf(channel.id)
      if (id !== null) channels.set(id, wordsOf(channel.name)?.normalize('NFC') ?? id)
    }
  }
}
