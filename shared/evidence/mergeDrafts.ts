import { draftIdentities, type FirstPlaces } from './draftIdentity.ts'
import type { EvidenceDraft } from './evidenceDraft.ts'
import type { EvidenceReading } from './readEvidence.ts'
import { sameAlerts } from './sameAlerts.ts'

/** One thing an import offers, from one source or from several that tell of the same. */
export type Offer = {
  /** By which it is known again: in the document its record has this in its id. */
  identity: string
  /** The reading it comes from, by place. */
  source: number
  draft: EvidenceDraft
  /** The same alert as other tools told it. */
  alsoFrom: { identity: string; source: number; draft: EvidenceDraft }[]
}

/**
 * What all readings of an import offer together, each thing once, by time. `offsetsMs` sets the clock of a source right:
 * the file is wrong by so much, and what it is known by stays what it says.
 */
export function mergeDrafts(
  readings: readonly EvidenceReading[],
  offsetsMs: readonly number[] = [],
): Offer[] {
  const seen = new Set<string>()
  const firstPlaces: FirstPlaces = new Map()
  const offers: Offer[] = []
  for (const [source, { format, drafts }] of readings.entries()) {
    if (format === null) continue
    const identityOf = draftIdentities(format, firstPlaces)
    for (const draft of drafts) {
      const identity = identityOf(draft)
      if (seen.has(identity)) continue
      seen.add(identity)
      offers.push({ identity, source, draft: shifted(draft, offsetsMs[source] ?? 0), alsoFrom: [] })
    }
  }
  return inTime(sameAlerts(offers, readings))
}

function shifted(draft: EvidenceDraft, byMs: number): EvidenceDraft {
  if (byMs === 0) return draft
  const moved = (at: number | null) => (at === null ? null : at + byMs)
  const { at, startedAt, endedAt, recordedAt } = draft
  return {
    ...draft,
    at: moved(at),
    startedAt: moved(startedAt),
    endedAt: moved(endedAt),
    recordedAt: moved(recordedAt),
  }
}

/** What has no time yet comes last; equal times keep their order. */
const inTime = (offers: Offer[]): Offer[] =>
  offers.sort((a, b) => (a.draft.at ?? Number.MAX_SAFE_INTEGER) - (b.draft.at ?? Number.MAX_SAFE_INTEGER))
