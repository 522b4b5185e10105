import { nearTime } from '../../../shared/time/nearDay.ts'
import {
  firstReviewInWords,
  heldInWords,
  plannedInWords,
  reviewWindow,
  windowInWords,
} from '../../../shared/triage/reviewWindow.ts'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { WindowTrack } from '../../ui/WindowTrack.tsx'
import styles from './Postmortems.module.css'
import { useNow } from './useNow.ts'

const HOUR_MS = 3_600_000

type ReviewWindowProps = {
  postmortem: PostmortemSummary
  /** Whether the window is drawn as well. */
  track: 'none' | 'plain' | 'labelled'
}

/**
 * When it is planned and where that lies in its 24 to 72 hours; while no time is chosen, where the window stands; once
 * the team has met, how long after it was resolved.
 */
export function ReviewWindow({ postmortem, track }: ReviewWindowProps) {
  const { resolvedAt, metAt, startsAt, waiver, stage } = postmortem
  const now = useNow()
  const hasWindow = stage !== 'deepDive'
  if (waiver || (!hasWindow && startsAt === null)) return null
  if (metAt !== null)
    return resolvedAt === null || !hasWindow ? null : (
      <div className={styles.window}>{heldInWords(resolvedAt, metAt)}</div>
    )
  const { is } = reviewWindow(resolvedAt, now)
  const hoursAt = (at: number) => (resolvedAt === null ? null : (at - resolvedAt) / HOUR_MS)
  const hours = hoursAt(now)
  const isPlanned = startsAt !== null && startsAt > now
  return (
    <div className={styles.window} data-is={isPlanned ? 'planned' : is}>
      <WindowWords postmortem={postmortem} now={now} />
      {hasWindow && hours !== null && track !== 'none' && (
        <WindowTrack
          hours={hours}
          startHours={startsAt === null ? null : hoursAt(startsAt)}
          labelled={track === 'labelled'}
        />
      )}
    </div>
  )
}

function WindowWords({ postmortem, now }: { postmortem: PostmortemSummary; now: number }) {
  const { resolvedAt, startsAt, stage, status, format } = postmortem
  const window = stage === 'initial' ? firstReviewInWords(resolvedAt, now) : windowInWords(resolvedAt, now)
  const waits = status === 'scheduled' && format !== 'async'
  if (startsAt === null) return waits ? `Not scheduled. ${window}` : window
  const start = nearTime(startsAt, now, viewerZone())
  if (startsAt <= now)
    return stage === 'deepDive' ? `Was planned for ${start}` : `Was planned for ${start}. ${window}`
  const planned = plannedInWords({ stage, resolvedAt, startsAt })
  return (
    <>
      <time className={styles.start} dateTime={new Date(startsAt).toISOString()}>
        {start.charAt(0).toUpperCase() + start.slice(1)}
      </time>
      {planned !== null && `, ${planned}`}
    </>
  )
}
