import type { EvidenceSource } from './evidenceMessages.ts'

export type SourceStanding =
  | { is: 'read' }
  | { is: 'partlyRead'; line: number | null }
  /** `reason` is a sentence. */
  | { is: 'refused'; reason: string }

/** What became of one source. */
export function sourceStanding({ draftCount, problems, notes }: EvidenceSource): SourceStanding {
  const [problem] = problems
  if (draftCount > 0 && !problem) return { is: 'read' }
  if (draftCount > 0) return { is: 'partlyRead', line: problem?.line ?? null }
  if (problem) return { is: 'refused', reason: `It ${problem.problem}.` }
  return { is: 'refused', reason: notes[0]?.note ?? 'It is of no format that is known here.' }
}

/** `inc-4127.zip: 16 read.`, said once for each. */
export function standingInWords(source: EvidenceSource): string {
  const standing = sourceStanding(source)
  const { name, draftCount } = source
  switch (standing.is) {
    case 'read':
      return `${name}: ${draftCount} read.`
    case 'partlyRead':
      return `${name}: ${draftCount} read, and some could not be${standing.line === null ? '' : `, from line ${standing.line} on`}.`
    case 'refused':
      return `${name} was not read. ${standing.reason}`
  }
}
