import type * as z from 'zod/mini'
import { problemInWords } from '../problemInWords.ts'
import type { EvidenceAnswers } from './evidenceDraft.ts'
import type { EvidenceFormat, EvidenceNote, EvidenceProblem } from './evidenceFormat.ts'
import type { EvidenceInput } from './evidenceInput.ts'
import { isRecord, type JsonRecord, listOf, recordOf, valueAt } from './jsonValues.ts'
import { type ListPage, missingPages } from './listPages.ts'
import { parsedJson } from './losslessJson.ts'
import { type Told, withoutRepeats } from './told.ts'

/** A value of a file, and the way to it: the document, then keys and positions. */
export type Located = {
  value: unknown
  path: readonly (string | number)[]
  /** Those it was delivered with, where whoever kept it kept them too. */
  headers?: JsonRecord
}

export type PayloadRead = {
  told: Told[]
  problems: EvidenceProblem[]
  notes: EvidenceNote[]
  pages: ListPage[]
}

type JsonFormat = Pick<EvidenceFormat, 'name' | 'label'> & {
  /** Whether this one payload is of the format. */
  isPayload: (value: unknown) => boolean
  read: (payload: Located, answers: EvidenceAnswers) => PayloadRead
}

/** A log of webhooks may begin with others; this many are looked at before a file is said to be something else. */
const PAYLOADS_LOOKED_AT = 50

/** A format whose file is one payload, a list of them, or one a line: what was fetched page by page, or delivered bit by bit. */
export function jsonFormat({ name, label, isPayload, read }: JsonFormat): EvidenceFormat {
  return {
    name,
    label,
    recognises: (input) =>
      listedIn(input)
        .slice(0, PAYLOADS_LOOKED_AT)
        .flatMap(unwrapped)
        .some(({ value }) => isPayload(value)),
    read(input, answers) {
      const payloads = listedIn(input).flatMap(unwrapped)
      const reads = payloads.map((payload): PayloadRead => {
        if (isPayload(payload.value)) return read(payload, answers)
        return {
          ...nothing,
          problems: [problemAt(payload.path, `is not a record of this format (${label})`)],
        }
      })
      const { drafts, notes } = withoutRepeats(reads.flatMap(({ told }) => told))
      return {
        drafts,
        problems: reads.flatMap(({ problems }) => problems),
        notes: distinct([
          ...reads.flatMap((one) => one.notes),
          ...missingPages(reads.flatMap(({ pages }) => pages)),
          ...notes,
        ]),
      }
    },
  }
}

/** Reads the records of a payload: one that is not as `schema` says is a problem with its path, the others are read. */
export function readEach<Value>(
  records: readonly Located[],
  schema: z.ZodMiniType<Value>,
  tell: (value: Value, record: Located) => Told[],
): PayloadRead {
  const reads = records.map((record): PayloadRead => {
    const parsed = schema.safeParse(record.value, { error: problemInWords })
    if (parsed.success) return { ...nothing, told: tell(parsed.data, record) }
    const problems = parsed.error.issues.map(({ path, message }) =>
      problemAt(
        [...record.path, ...path.map((key) => (typeof key === 'number' ? key : String(key)))],
        message,
      ),
    )
    return { ...nothing, problems }
  })
  return joined(reads)
}

/** Lists are taken whole: a file may have more records than a call may have arguments. */
export function joined(...parts: (PayloadRead | readonly PayloadRead[])[]): PayloadRead {
  const reads = parts.flat()
  return {
    told: reads.flatMap(({ told }) => told),
    problems: reads.flatMap(({ problems }) => problems),
    notes: reads.flatMap(({ notes }) => notes),
    pages: reads.flatMap(({ pages }) => pages),
  }
}

export const nothing: PayloadRead = { told: [], problems: [], notes: [], pages: [] }

export const noted = (about: EvidenceNote['about'], note: string): PayloadRead => ({
  ...nothing,
  notes: [{ about, note }],
})

/** What stands under keys of a located value. */
export const inside = ({ value, path }: Located, ...keys: (string | number)[]): Located => ({
  value: valueAt(value, ...keys),
  path: [...path, ...keys],
})

/** The members of the list that stands there; none if it is no list. */
export const members = ({ value, path }: Located): Located[] =>
  listOf(value).map((member, position) => ({ value: member, path: [...path, position] }))

const listedIn = ({ documents }: EvidenceInput): Located[] =>
  documents.flatMap(({ value }, position) => orMembers({ value, path: [position] })).flatMap(orMembers)

const orMembers = (located: Located): Located[] =>
  Array.isArray(located.value) ? members(located) : [located]

/** What a relay or a logger of webhooks keeps as `{headers, body}`, the body often as text. */
function unwrapped(located: Located): Located[] {
  const { value } = located
  if (!isRecord(value) || !isRecord(value.headers)) return [located]
  const key = ['body', 'payload'].find((name) => value[name] !== undefined)
  if (key === undefined) return [located]
  const body = inside(located, key)
  const payload = typeof body.value === 'string' ? parsedJson(body.value) : body.value
  return payload === undefined
    ? [located]
    : orMembers({ ...body, value: payload }).map((one) => ({ ...one, headers: recordOf(value.headers) }))
}

const problemAt = (path: Located['path'], problem: string): EvidenceProblem => ({ line: null, path, problem })

const distinct = (notes: readonly EvidenceNote[]): EvidenceNote[] => [
  ...new Map(notes.map((note) => [note.note, note])).values(),
]
