import type { EvidenceDraft } from './evidenceDraft.ts'
import type { EvidenceNote } from './evidenceFormat.ts'

/** A draft, and how to know it again when the same thing is delivered twice. */
export type Told = {
  draft: EvidenceDraft
  identity: string
  /** When the source last changed it, in ms: of two, the later one counts. */
  asOf: number | null
  /** What someone typed. If a later delivery has other words, it was edited. */
  typed: string | null
}

/** A record of which nothing can be said is still one that happened. */
const WITHOUT_WORDS = '(without words)'

export const told = (draft: EvidenceDraft, more: Partial<Omit<Told, 'draft'>> = {}): Told => ({
  draft: { ...draft, text: draft.text || WITHOUT_WORDS },
  identity: `${draft.nativeId} ${draft.at}`,
  asOf: null,
  typed: null,
  ...more,
})

/** Each thing once, in the place it first came, as it was last delivered. */
export function withoutRepeats(all: readonly Told[]): { drafts: EvidenceDraft[]; notes: EvidenceNote[] } {
  const newest = new Map<string, Told>()
  for (const next of all) {
    const before = newest.get(next.identity)
    newest.set(next.identity, before ? later(before, next) : next)
  }
  const drafts = [...newest.values()].map(({ draft }) => draft)
  const repeats = all.length - drafts.length
  if (repeats === 0) return { drafts, notes: [] }
  const note = `${repeats === 1 ? 'One entry came' : `${repeats} entries came`} more than once and ${
    repeats === 1 ? 'counts' : 'count'
  } once, as last delivered.`
  return { drafts, notes: [{ about: 'repeated', note }] }
}

function later(before: Told, next: Told): Told {
  const [older, newer] = (next.asOf ?? 0) >= (before.asOf ?? 0) ? [before, next] : [next, before]
  const isEdited = older.draft.edited || older.typed !== newer.typed
  return isEdited ? { ...newer, draft: { ...newer.draft, edited: true } } : newer
}
