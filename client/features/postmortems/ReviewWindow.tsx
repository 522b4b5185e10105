import {
  firstReviewInWords,
  heldInWords,
  reviewWindow,
  windowInWords,
} from '../../../shared/triage/reviewWindow.ts'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { WindowTrack } from '../../ui/WindowTrack.tsx'
import styles from './Postmortems.module.css'
import { useNow } from './useNow.ts'

const HOUR_MS = 3_600_000

/** Where a review stands in its 24 to 72 hours, and once the team has met, how long after it was resolved. */
export function ReviewWindow({ postmortem }: { postmortem: PostmortemSummary }) {
  const { resolvedAt, metAt, waiver, stage } = postmortem
  const now = useNow()
  if (waiver || stage === 'deepDive') return null
  if (metAt !== null)
    return resolvedAt === null ? null : <div className={styles.window}>{heldInWords(resolvedAt, metAt)}</div>
  const { is } = reviewWindow(resolvedAt, now)
  return (
    <div className={styles.window} data-is={is}>
      {stage === 'initial' ? firstReviewInWords(resolvedAt, now) : windowInWords(resolvedAt, now)}
      {resolvedAt !== null && <WindowTrack hours={(now - resolvedAt) / HOUR_MS} />}
    </div>
  )
}
