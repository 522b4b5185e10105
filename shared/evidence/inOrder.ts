import type { EvidenceDraft } from './evidenceDraft.ts'

/** By time. Equal times keep the order of the file, and what has no time yet stays behind what stood before it. */
export function inOrder(drafts: readonly EvidenceDraft[]): EvidenceDraft[] {
  let last = Number.NEGATIVE_INFINITY
  return drafts
    .map((draft) => {
      last = draft.at ?? last
      return { draft, at: last }
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ draft }) => draft)
}
