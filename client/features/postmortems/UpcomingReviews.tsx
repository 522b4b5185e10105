import { Link } from '@tanstack/react-router'
import { WINDOW_CLOSES_AFTER_MS } from '../../../shared/triage/reviewWindow.ts'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { buttonClass } from '../../ui/buttonClass.ts'
import { Severity } from '../../ui/Severity.tsx'
import { ReviewWindow } from './ReviewWindow.tsx'
import styles from './UpcomingReviews.module.css'
import { useNow } from './useNow.ts'

const MOST_SHOWN = 3

/** What is to be prepared next: by its planned start, else by when its window closes. */
export function UpcomingReviews({ postmortems }: { postmortems: readonly PostmortemSummary[] }) {
  const now = useNow()
  const upcoming = postmortems.filter(({ status, waiver }) => status === 'scheduled' && waiver === null)
  // One that stands alone in the list below is not told twice.
  if (upcoming.length === 0 || postmortems.length === 1) return null
  const shown = [...upcoming].sort(inOrder(now)).slice(0, MOST_SHOWN)
  return (
    <section className={styles.upcoming} aria-labelledby="upcoming-heading">
      <h2 id="upcoming-heading">
        Upcoming reviews <span>{upcoming.length}</span>
      </h2>
      <ul>
        {shown.map((postmortem) => (
          <li key={postmortem.postmortemId}>
            <h3>
              {postmortem.title} {postmortem.severity && <Severity>{postmortem.severity}</Severity>}
            </h3>
            <ReviewWindow postmortem={postmortem} track="labelled" />
            <Link
              to="/p/$postmortemId/prepare"
              params={{ postmortemId: postmortem.postmortemId }}
              className={buttonClass({ size: 'sm' })}
              aria-label={`Prepare ${postmortem.title}`}
            >
              Prepare
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What can still be in time comes first, then what has no time at all, then what is past its window: the newest of it. */
function inOrder(now: number) {
  return (a: PostmortemSummary, b: PostmortemSummary): number => {
    const [ofA, ofB] = [dueAt(a, now), dueAt(b, now)]
    const isPast = Number(ofA < now) - Number(ofB < now)
    return isPast || (ofA < now ? ofB - ofA : ofA - ofB) || 0
  }
}

const LATEST = 8.64e15

function dueAt({ startsAt, resolvedAt }: PostmortemSummary, now: number): number {
  if (startsAt !== null && startsAt > now) return startsAt
  return resolvedAt === null ? LATEST : resolvedAt + WINDOW_CLOSES_AFTER_MS
}
