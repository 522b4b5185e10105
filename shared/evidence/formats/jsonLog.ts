import { type EventKind, eventKinds } from '../eventKinds.ts'
import { type EvidenceAnswers, evidenceDraft, type Timing } from '../evidenceDraft.ts'
import type { EvidenceFormat } from '../evidenceFormat.ts'
import { unknownTime } from '../evidenceTime.ts'
import {
  inside,
  joined,
  jsonFormat,
  type Located,
  members,
  nothing,
  type PayloadRead,
} from '../jsonFormat.ts'
import { idOf, isRecord, listOf, valueAt, wordsOf } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { cellTiming } from '../table/cellTiming.ts'
import { told } from '../told.ts'
import { noContext } from '../writing/timingOf.ts'
import { zoneIn } from '../zoneWords.ts'

/** Names of fields, in small letters and without signs; the earlier ones first. */
const names = {
  time: 'timestamp time ts datetime date occurredat eventtime when at t asctime realtimetimestamp createdat created started startedat'.split(
    ' ',
  ),
  words: 'message msg text event what summary title description body log note content mt m'.split(' '),
  actor: 'actor user username author who by sender from person'.split(' '),
  place: 'service logger channel source app component host hostname container'.split(' '),
  level: 'level severity loglevel levelname'.split(' '),
  kind: 'kind type category'.split(' '),
}
type Field = { key: string; value: unknown }

/** A record of no tool, with a time and words: what programs log, one a line, and lists that people's own scripts make. */
const entries = jsonFormat({
  name: 'pasted-text',
  label: 'log',
  isPayload: (value) => isEntry(value) || listIn(value) !== null,
  read(payload, answers) {
    const list = isEntry(payload.value) ? null : listIn(payload.value)
    return list === null
      ? readEntry(payload, answers)
      : joined(members(inside(payload, list)).map((one) => readEntry(one, answers)))
  },
})

/** Fields like these are anybody's, so most of a file has to have them. */
export const jsonLog: EvidenceFormat = {
  ...entries,
  recognises: (input) =>
    entries.recognises(input) &&
    isMostly(
      input.documents.flatMap(({ value }) => (Array.isArray(value) ? value : [value])),
      (value) => isEntry(value) || listIn(value) !== null,
    ),
}

const lists = ['events', 'logs', 'entries', 'records', 'items', 'timeline', 'messages', 'data']

const listIn = (value: unknown): string | null =>
  lists.find((key) => isMostly(listOf(valueAt(value, key)), isEntry)) ?? null

const isMostly = (list: readonly unknown[], is: (value: unknown) => boolean): boolean => {
  const looked = list.slice(0, 50)
  return looked.length > 0 && looked.filter(is).length * 2 > looked.length
}

const isEntry = (value: unknown): boolean =>
  fieldOf(value, names.time, holdsTime) !== null && fieldOf(value, names.words, holdsWords) !== null

function readEntry({ value, path }: Located, answers: EvidenceAnswers): PayloadRead {
  const words = wordsOf(fieldOf(value, names.words, holdsWords)?.value)
  if (words === null) {
    return { ...nothing, problems: [{ line: null, path, problem: 'has no words that say what happened' }] }
  }
  const actor = fieldOf(value, names.actor, isNamed)?.value
  const draft = evidenceDraft({
    nativeId: null,
    ...timingIn(value, answers),
    text: words,
    actor: wordsOf(actor) ?? wordsOf(valueAt(actor, 'name')),
    kindHint: kindOf(value, words),
    place: wordsOf(fieldOf(value, names.place, holdsWords)?.value),
  })
  return { ...nothing, told: [told(draft, { identity: path.join(' ') })] }
}

/** A clock time may have its day in a field beside it. */
function timingIn(value: unknown, answers: EvidenceAnswers): Timing {
  const time = fieldOf(value, names.time, holdsTime)
  const clock = idOf(time?.value) ?? ''
  const day = cellTiming(clock, noContext, anyZone)?.needs.includes('date')
    ? wordsOf(fieldOf(value, ['date', 'day'], holdsWords)?.value)
    : null
  const written = day === null ? clock : `${day} ${clock}`
  const timing = cellTiming(written, { ...noContext, zone: zoneIn(time?.key ?? '') }, answers)
  if (timing === null) return unknownTime(written || null, 'time')
  const { at, precision, needs } = timing
  return { at, precision, needs, written: timing.written }
}

function kindOf(value: unknown, words: string): EventKind {
  const named = wordsOf(fieldOf(value, names.kind, holdsWords)?.value)?.toLowerCase()
  const known = eventKinds.find((kind) => kind === named)
  const hinted = known ?? kindInWords(words)
  const level = idOf(fieldOf(value, names.level, (one) => idOf(one) !== null)?.value) ?? ''
  return hinted === 'other' && /^(?:err|crit|fatal|alert|emerg|[56]0$)/i.test(level) ? 'signal' : hinted
}

const holdsWords = (value: unknown): boolean => wordsOf(value) !== null
const isNamed = (value: unknown): boolean => holdsWords(value) || holdsWords(valueAt(value, 'name'))
/** A day alone is what any record of anything may have. */
const holdsTime = (value: unknown): boolean => {
  const timing = cellTiming(idOf(value) ?? '', noContext, anyZone)
  return timing !== null && timing.precision !== 'day'
}
/** Whether it is a time, no answer changes. */
const anyZone: EvidenceAnswers = {
  zone: 'UTC',
  date: null,
  dateOrder: 'dayFirst',
  repeatedHour: null,
  anchor: null,
}

/** The first of the fields called so whose value is what is looked for. `@timestamp`, `createdAt` and `time_utc` are plain names. */
function fieldOf(value: unknown, called: readonly string[], is: (value: unknown) => boolean): Field | null {
  if (!isRecord(value)) return null
  const byName = new Map(Object.entries(value).map(([key, value]) => [plainKey(key), { key, value }]))
  const found = called.flatMap((name) => byName.get(name) ?? [])
  return found.find(({ value }) => is(value)) ?? null
}

const plainKey = (key: string): string =>
  key
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '')
    .replace(/(?<=.)(?:utc|gmt|ms|iso)$/, '')
