import type { EvidenceDraft } from '../evidenceDraft.ts'

/** A message as it was at one time: when it was last edited, in ms; 0 if never. */
export type MessageVersion = { draft: EvidenceDraft; editedAt: number }

/** One draft per message, its latest: overlapping exports and edits bring the same one several times. */
export function latestOfEach(versions: readonly MessageVersion[]): {
  drafts: EvidenceDraft[]
  repeated: number
} {
  const latest = new Map<string | null, MessageVersion>()
  for (const version of versions) {
    const { nativeId, deleted } = version.draft
    const before = latest.get(nativeId)
    const isLater = !before || deleted || (version.editedAt > before.editedAt && !before.draft.deleted)
    if (isLater) latest.set(nativeId, version)
  }
  const drafts = [...latest.values()].map(({ draft }) => draft)
  return { drafts, repeated: versions.length - drafts.length }
}
