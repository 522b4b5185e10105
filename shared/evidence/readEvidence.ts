import { brokenJsonLine } from './brokenJsonLine.ts'
import type { EvidenceAnswers } from './evidenceDraft.ts'
import type { EvidenceFormat, EvidenceProblem, EvidenceRead } from './evidenceFormat.ts'
import { type EvidenceInput, evidenceInput } from './evidenceInput.ts'
import { inOrder } from './inOrder.ts'
import { formatOf, inputsByFormat } from './inputsByFormat.ts'
import { isRecord } from './jsonValues.ts'
import { leaveOutRepeats } from './leaveOutRepeats.ts'
import { lineOfPath } from './lineOfPath.ts'
import { isZip, openZip } from './openZip.ts'
import { isOfficeFile, officeProblem, problemOfUnread } from './unreadKinds.ts'

export type EvidenceFile = { path: string; content: Uint8Array | string }

/** What is in one file. `within` is the file inside of a zip. `format` is null where none recognised it. */
export type EvidenceReading = EvidenceRead & { path: string; within: string | null; format: string | null }

/** Beyond this many problems of one file, the rest is counted: a wrong delimiter breaks every line alike. */
const MOST_PROBLEMS = 100

/** How many things were found so far in the file at `path`, of a zip in all that is in it. */
export type OnRead = (path: string, count: number) => void

/** Reads what belongs together: one file, the files of one folder, or what is in a zip. */
export function readEvidence(
  files: readonly EvidenceFile[],
  answers: EvidenceAnswers,
  onRead: OnRead = () => {},
): EvidenceReading[] {
  const plain: EvidenceInput[] = []
  const readings: EvidenceReading[] = []
  for (const { path, content } of files) {
    if (typeof content !== 'string' && isZip(content))
      readings.push(...readZip(path, content, answers, onRead))
    else {
      const unread = problemOfUnread(content)
      if (unread === null) plain.push(evidenceInput(path, content, plain))
      else readings.push(notRead(path, null, unread))
    }
  }
  for (const input of plain) {
    const { path } = input
    let before = 0
    for (const part of inputsByFormat(input)) {
      const read = readInput(part, answers, (count) => onRead(path, before + count))
      before += read.drafts.length
      readings.push({ ...read, path, within: null })
    }
  }
  return leaveOutRepeats(readings)
}

function readZip(
  path: string,
  bytes: Uint8Array,
  answers: EvidenceAnswers,
  onRead: OnRead,
): EvidenceReading[] {
  const { entries, problem } = openZip(bytes)
  if (isOfficeFile(entries.map(({ name }) => name))) return [notRead(path, null, officeProblem)]
  const inputs: EvidenceInput[] = []
  const unread: EvidenceReading[] = []
  for (const { name, bytes } of entries) {
    const problem = problemOfUnread(bytes)
    if (problem === null) inputs.push(evidenceInput(name, bytes, inputs))
    else unread.push(notRead(path, name, problem))
  }
  let before = 0
  const readings = inputs.flatMap(inputsByFormat).map((input) => {
    const read = readInput(input, answers, (count) => onRead(path, before + count))
    before += read.drafts.length
    return { ...read, path, within: input.path }
  })
  const isEmpty = problem === null && entries.length === 0
  const said = problem ?? (isEmpty ? 'is a zip without files' : null)
  return [...readings, ...unread, ...(said === null ? [] : [notRead(path, null, said)])]
}

const notRead = (path: string, within: string | null, problem: string): EvidenceReading => ({
  path,
  within,
  format: null,
  drafts: [],
  problems: [{ line: null, path: null, problem }],
  notes: [],
})

function readInput(
  input: EvidenceInput,
  answers: EvidenceAnswers,
  onCount: (draftCount: number) => void,
): EvidenceRead & { format: string | null } {
  onCount(0)
  const format = formatOf(input)
  const { drafts, problems, notes } = format ? readBy(format, input, answers, onCount) : notRecognised(input)
  onCount(drafts.length)
  const all = [...input.problems, ...problems]
  const located = all.slice(0, MOST_PROBLEMS).map((problem) => withLine(problem, input))
  const more = all.length - located.length
  if (more > 0) located.push({ line: null, path: null, problem: `and ${more} more problems like these` })
  return {
    format: format?.name ?? null,
    drafts: inOrder(drafts),
    problems: located,
    notes: [...input.notes, ...notes],
  }
}

function readBy(
  format: EvidenceFormat,
  input: EvidenceInput,
  answers: EvidenceAnswers,
  onCount: (draftCount: number) => void,
): EvidenceRead {
  const read = format.read(input, answers, onCount)
  if (read.drafts.length + read.problems.length + read.notes.length + input.problems.length > 0) return read
  return { ...read, notes: [{ about: 'leftOut', note: `There is nothing in this ${format.label}.` }] }
}

function notRecognised(input: EvidenceInput): EvidenceRead {
  const problem = (said: string, line: number | null = null) => ({
    drafts: [],
    problems: [{ line, path: null, problem: said }],
    notes: [],
  })
  if (input.text.trim() === '') return problem('is empty')
  if (input.problems.length > 0) return { drafts: [], problems: [], notes: [] }
  if (input.documents.length > 0) {
    const isEmpty = input.documents.every(({ value }) => isEmptyList(value))
    return problem(isEmpty ? 'is a list without anything in it' : 'is JSON of a kind that is not known here')
  }
  if (/^\s*[[{]\s*["{[]/.test(input.text)) {
    return problem(
      'is not JSON: a bracket, comma or quote is missing or too many',
      brokenJsonLine(input.text),
    )
  }
  return problem('is of no format that is known here, and no line of it begins with a time')
}

/** `[]`, and an answer of an API whose only list is empty. */
function isEmptyList(value: unknown): boolean {
  const lists = isRecord(value) ? Object.values(value).filter((part) => Array.isArray(part)) : [value]
  return lists.length > 0 && lists.every((list) => Array.isArray(list) && list.length === 0)
}

function withLine(problem: EvidenceProblem, { text, documents }: EvidenceInput): EvidenceProblem {
  if (problem.line !== null || problem.path === null) return problem
  const [document, ...path] = problem.path
  const start = documents[Number(document)]?.start
  return start === undefined ? problem : { ...problem, line: lineOfPath(text, start, path) }
}
