import { Link } from '@tanstack/react-router'
import { FileInput, Plus } from 'lucide-react'
import { weekdayInWords } from '../../../shared/time/calendarDay.ts'
import type { LibraryFilters } from '../../../shared/wire/library.ts'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/buttonClass.ts'
import { homeSentence } from './homeSentence.ts'
import { Library } from './Library.tsx'
import { LivePostmortem } from './LivePostmortem.tsx'
import styles from './Postmortems.module.css'
import { UpcomingReviews } from './UpcomingReviews.tsx'
import { useNow } from './useNow.ts'
import { WaivedAgainContext, waivedAgainByPostmortem } from './waivedAgain.ts'

type PostmortemLibraryProps = {
  postmortems: readonly PostmortemSummary[]
  /** Null for a guest, who begins none. */
  ways: { onImport: () => void } | null
  filters: LibraryFilters
  onFilter: (filters: LibraryFilters, how?: { replace: boolean }) => void
}

/** What is live stands apart; then everything, what is still to come first, the newest incident first. */
export function PostmortemLibrary({ postmortems, ways, filters, onFilter }: PostmortemLibraryProps) {
  const live = postmortems.filter(({ status }) => status === 'live')
  const now = useNow()
  return (
    <WaivedAgainContext value={waivedAgainByPostmortem(postmortems, now)}>
      <header className={styles.head}>
        <div>
          <p className={styles.today}>{todayInWords()}</p>
          <h1 className={styles.lede}>{homeSentence(postmortems, { now, zone: viewerZone() })}</h1>
        </div>
        {ways && (
          <div className={styles.ways}>
            <Button onClick={ways.onImport}>
              <FileInput aria-hidden="true" />
              Import incident files
            </Button>
            <Link to="/new" className={buttonClass({ kind: 'primary' })}>
              <Plus aria-hidden="true" />
              Start a postmortem
            </Link>
          </div>
        )}
      </header>
      {live.length > 0 && (
        <section aria-label="Live now">
          <ul className={styles.live}>
            {live.map((postmortem) => (
              <LivePostmortem key={postmortem.postmortemId} postmortem={postmortem} />
            ))}
          </ul>
        </section>
      )}
      <UpcomingReviews postmortems={postmortems} />
      <Library listed={[...postmortems].sort(byStatusThenIncident)} filters={filters} onFilter={onFilter} />
    </WaivedAgainContext>
  )
}

const byStatusThenIncident = (a: PostmortemSummary, b: PostmortemSummary): number =>
  Number(isDone(a)) - Number(isDone(b)) ||
  (b.incidentStartedAt ?? b.createdAt) - (a.incidentStartedAt ?? a.createdAt)

const isDone = ({ status, waiver }: PostmortemSummary) => status === 'ended' || waiver !== null

const todayInWords = () => weekdayInWords(Date.now(), viewerZone()).replace(/ \d{4}$/, '')
