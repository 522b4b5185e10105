import type { EvidenceDraft } from './evidenceDraft.ts'
import type { EvidenceNote } from './evidenceFormat.ts'

const WEEK_MS = 7 * 86_400_000

/** Times typed by hand have wrong months and years; a few that are far from all others are worth a look. Nothing is changed. */
export function farFromOthers(drafts: readonly EvidenceDraft[]): EvidenceNote[] {
  const times = drafts.flatMap(({ at }) => at ?? []).sort((a, b) => a - b)
  const middle = times[Math.floor(times.length / 2)]
  if (middle === undefined) return []
  const far = drafts.filter(({ at }) => at !== null && Math.abs(at - middle) > WEEK_MS)
  const [first] = far
  if (!first || far.length * 2 >= times.length) return []
  const note = `More than a week away from the others (${far.length}), like “${first.written ?? first.text.slice(0, 40)}”: is the day right?`
  return [{ about: 'assumed', note }]
}
