import { lineAt } from './brokenJsonLine.ts'
import type { EvidenceProblem } from './evidenceFormat.ts'
import { losslessJson, parsedJson } from './losslessJson.ts'
import { scanJson } from './scanJson.ts'

/** One JSON value, and where in the text it begins. A file of JSON lines has many. */
export type JsonDocument = { value: unknown; start: number }

export type JsonRead = { documents: JsonDocument[]; problems: EvidenceProblem[] }

/**
 * One value, a value a line, or values one after the other (what a webhook logger leaves). Broken lines are named and
 * the others are read; of a file that is cut off, what stood whole before. Null where the text does not begin as JSON.
 */
export function readJson(text: string): JsonRead | null {
  const first = text.search(/\S/)
  if (first === -1) return null
  if (!/[[{]/.test(text.charAt(first))) return isLines(text) ? readLines(text) : null
  const whole = parsedJson(text)
  if (whole !== undefined) return { documents: [{ value: whole, start: first }], problems: [] }
  return isLines(text) ? readLines(text) : readSequence(text, first)
}

/** Pretty JSON may have a line that is JSON by itself, but not half of its lines. */
function isLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const records = lines.filter((line) => /^\s*\{/.test(line) && parsedJson(line) !== undefined)
  return lines.length > 1 && records.length * 2 >= lines.length && !text.trimStart().startsWith('[')
}

function readLines(text: string): JsonRead {
  const read: JsonRead = { documents: [], problems: [] }
  let start = 0
  for (const [position, line] of text.split('\n').entries()) {
    const value = line.trim() === '' ? null : parsedJson(line)
    if (value === undefined) {
      const problem = 'is not JSON; the other lines were read'
      read.problems.push({ line: position + 1, path: null, problem })
    } else if (value !== null) read.documents.push({ value, start })
    start += line.length + 1
  }
  return read
}

function readSequence(text: string, first: number): JsonRead | null {
  const documents: JsonDocument[] = []
  for (let start = first; start < text.length; ) {
    const scanned = scanJson(text, start)
    if (!scanned.ok) return cutOff(text, start, scanned.brokenAt, scanned.rescued, documents)
    documents.push({ value: losslessJson(text.slice(start, scanned.end)), start })
    const gap = text.slice(scanned.end).search(/[^\s,]/)
    start = gap === -1 ? text.length : scanned.end + gap
  }
  return { documents, problems: [] }
}

function cutOff(
  text: string,
  start: number,
  brokenAt: number,
  rescued: string | null,
  documents: JsonDocument[],
): JsonRead | null {
  const value = withRecords(rescued === null ? undefined : parsedJson(rescued))
  if (value === undefined && documents.length === 0) return null
  if (value !== undefined) documents.push({ value, start })
  const problem =
    'is where the file stops being JSON: it is cut off, or a bracket, comma or quote is wrong. What stands whole before it was read'
  return { documents, problems: [{ line: lineAt(text, brokenAt), path: null, problem }] }
}

/** `[26.10.2025 02:31] …` begins like a list of numbers; a payload that is worth rescuing holds records. */
const withRecords = (value: unknown): unknown =>
  Array.isArray(value) && !value.some((entry) => typeof entry === 'object') ? undefined : value
