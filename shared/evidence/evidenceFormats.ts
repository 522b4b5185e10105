import type { EvidenceFormat } from './evidenceFormat.ts'

/** In the order they are asked: what has the most telling marks first, pasted text last, since it takes any text. */
export const evidenceFormats: readonly EvidenceFormat[] = []
