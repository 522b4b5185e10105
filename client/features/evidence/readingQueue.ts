import type { EvidenceFile } from '../../../shared/evidence/readEvidence.ts'
import type { SourceProgress, SourceStep } from './evidenceMessages.ts'
import { sourceOf } from './sourceOf.ts'

/** Four times a second: faster nobody reads, and each time the page has to draw it. */
const MS_BETWEEN_TELLS = 250

/** Where each source stands while one after the other is masked and then read. */
export function createReadingQueue(
  files: readonly EvidenceFile[],
  tell: (sources: readonly SourceProgress[]) => void,
  now: () => number,
) {
  const fileCounts = new Map<string, number>()
  for (const { path } of files) fileCounts.set(sourceOf(path), (fileCounts.get(sourceOf(path)) ?? 0) + 1)
  const steps = new Map<string, SourceStep>([...fileCounts.keys()].map((name) => [name, { is: 'waiting' }]))
  const maskedPaths = new Map<string, Set<string>>()
  const countsByPath = new Map<string, number>()
  const countsBySource = new Map<string, number>()
  let current: string | null = null
  let toldAt = Number.NEGATIVE_INFINITY

  const tellNow = () => {
    toldAt = now()
    tell([...steps].map(([name, step]) => ({ name, ...step })))
  }
  const take = (name: string, step: SourceStep) => {
    if (!steps.has(name)) return // put away: masked with its batch, and not read
    if (current !== null && current !== name) leave(current)
    current = name
    steps.set(name, step)
    if (now() - toldAt >= MS_BETWEEN_TELLS) tellNow()
  }
  const leave = (name: string) => {
    const step = steps.get(name)
    if (step?.is === 'masking') steps.set(name, { is: 'waiting' })
    if (step?.is === 'reading') steps.set(name, { is: 'read', count: step.count })
  }
  tellNow()

  return {
    masking: (path: string, done: number, of: number) => {
      const name = sourceOf(path)
      const fileCount = fileCounts.get(name) ?? 1
      if (fileCount === 1) return take(name, { is: 'masking', done, of })
      const seen = maskedPaths.get(name) ?? new Set()
      maskedPaths.set(name, seen.add(path))
      take(name, { is: 'masking', done: seen.size - 1, of: fileCount })
    },
    reading: (path: string, count: number) => {
      const name = sourceOf(path)
      const more = count - (countsByPath.get(path) ?? 0)
      countsByPath.set(path, count)
      const ofSource = (countsBySource.get(name) ?? 0) + more
      countsBySource.set(name, ofSource)
      take(name, { is: 'reading', count: ofSource })
    },
    end: () => {
      for (const name of steps.keys()) leave(name)
      tellNow()
    },
  }
}
