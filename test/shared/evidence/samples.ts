import { readFileSync } from 'node:fs'
import { type EvidenceAnswers, noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { type EvidenceReading, readEvidence } from '../../../shared/evidence/readEvidence.ts'

export const samplesFolder = new URL('../../evidence/samples/', import.meta.url)

export const sampleBytes = (name: string): Uint8Array => readFileSync(new URL(name, samplesFolder))

export const readSample = (name: string, answers: Partial<EvidenceAnswers> = {}): EvidenceReading[] =>
  readEvidence([{ path: name, content: sampleBytes(name) }], { ...noAnswers, ...answers })

/** What one pasted or typed text holds. */
export function readText(text: string, answers: Partial<EvidenceAnswers> = {}): EvidenceReading {
  const [reading] = readEvidence([{ path: 'paste', content: text }], { ...noAnswers, ...answers })
  if (!reading) throw new Error('A text is one file.')
  return reading
}

export const readJsonText = (value: unknown, answers: Partial<EvidenceAnswers> = {}): EvidenceReading =>
  readText(JSON.stringify(value), answers)

export const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
