import { decodeBytes, type Encoding } from './decodeBytes.ts'
import type { EvidenceNote, EvidenceProblem } from './evidenceFormat.ts'
import { type JsonDocument, readJson } from './readJson.ts'

/** One file or one paste, decoded once for all formats. */
export type EvidenceInput = {
  /** What to call it; nothing is recognised by it. */
  path: string
  /** Without byte order mark, lines ended by `\n`. */
  text: string
  /**
   * What it holds if it is JSON: one value, or one per line. Empty if not. Numbers a double cannot hold are strings:
   * take ids with `idOf` and times with `epochTiming`.
   */
  documents: readonly JsonDocument[]
  /** Lines that are no JSON, a file that is cut off. `readEvidence` adds them to those of the format. */
  problems: readonly EvidenceProblem[]
  notes: readonly EvidenceNote[]
  /** All files of the same folder or zip, this one as well: who is who in a Slack export stands in another file. */
  beside: readonly EvidenceInput[]
}

export function evidenceInput(
  path: string,
  content: Uint8Array | string,
  beside: readonly EvidenceInput[] = [],
): EvidenceInput {
  const { text: decoded, encoding } =
    typeof content === 'string' ? ({ text: content, encoding: 'utf-8' } as const) : decodeBytes(content)
  const text = decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const { documents, problems } = readJson(text) ?? { documents: [], problems: [] }
  const note = encoding === 'utf-8' && text.includes('\ufffd') ? damaged : noteByEncoding[encoding]
  const notes = note ? [{ about: 'assumed' as const, note }] : []
  return { path, text, documents, problems, notes, beside }
}

const damaged = 'Some characters of the file are damaged. They are shown as \ufffd.'
const noteByEncoding: Readonly<Partial<Record<Encoding, string>>> = {
  'windows-1252': 'The file is not UTF-8, so it was read as windows-1252. Look at the accents in it.',
  mixed:
    'Some lines of the file are not UTF-8, so they were read as windows-1252. Look at the accents in them.',
}
