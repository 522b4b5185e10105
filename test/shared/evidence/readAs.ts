import { expect } from 'vitest'
import { type EvidenceAnswers, noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import type { EvidenceFormat } from '../../../shared/evidence/evidenceFormat.ts'
import { evidenceFormats } from '../../../shared/evidence/evidenceFormats.ts'
import { evidenceInput } from '../../../shared/evidence/evidenceInput.ts'

/** What `format` reads in a file of these payloads, one a line. It has to be the first to recognise them. */
export function readAs(format: EvidenceFormat, ...payloads: unknown[]) {
  return readText(format, payloads.map((payload) => JSON.stringify(payload)).join('\n'))
}

export function readText(format: EvidenceFormat, text: string, answers: EvidenceAnswers = noAnswers) {
  const input = evidenceInput('a file', text)
  expect(evidenceFormats.find(({ recognises }) => recognises(input))?.name).toBe(format.name)
  const read = format.read(input, answers)
  const about = (kind: string) => read.notes.filter((note) => note.about === kind).map(({ note }) => note)
  return { ...read, about, texts: read.drafts.map(({ text }) => text) }
}

export const instant = (iso: string): number => Date.parse(iso)
