import type { EvidenceDraft } from './evidenceDraft.ts'
import type { EvidenceReading } from './readEvidence.ts'

/** The same thing in two files of a folder (a retried webhook, pages that overlap) counts once, and the file says so. */
export function leaveOutRepeats(readings: readonly EvidenceReading[]): EvidenceReading[] {
  const shared = idsInSeveral(readings)
  const seen = new Set<string>()
  return readings.map((reading) => {
    const drafts = reading.drafts.filter((draft) => {
      if (draft.nativeId === null || !shared.has(draft.nativeId)) return true
      const key = keyOf(reading, draft)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    const repeated = reading.drafts.length - drafts.length
    if (repeated === 0) return reading
    const note = `${repeated} of these came before, exactly like this, and ${repeated === 1 ? 'is' : 'are'} counted once.`
    return { ...reading, drafts, notes: [...reading.notes, { about: 'repeated' as const, note }] }
  })
}

/** Most ids are in one file only, and need no comparing of all they say. */
function idsInSeveral(readings: readonly EvidenceReading[]): ReadonlySet<string> {
  const firstIn = new Map<string, EvidenceReading>()
  const several = new Set<string>()
  for (const reading of readings) {
    for (const { nativeId } of reading.drafts) {
      if (nativeId === null) continue
      const first = firstIn.get(nativeId)
      if (first === undefined) firstIn.set(nativeId, reading)
      else if (first !== reading) several.add(nativeId)
    }
  }
  return several
}

/** In a table without ids, the number of a row is only its own. */
const keyOf = ({ format, path, within }: EvidenceReading, draft: EvidenceDraft): string =>
  JSON.stringify([format, format === 'plain-csv' ? [path, within] : null, draft])
