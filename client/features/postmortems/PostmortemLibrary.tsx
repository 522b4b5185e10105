import { Link } from '@tanstack/react-router'
import { FileInput, Plus } from 'lucide-react'
import { weekdayInWords } from '../../../shared/time/calendarDay.ts'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/buttonClass.ts'
import { homeSentence } from './homeSentence.ts'
import { LivePostmortem } from './LivePostmortem.tsx'
import { PostmortemRow } from './PostmortemRow.tsx'
import styles from './Postmortems.module.css'
import { useNow } from './useNow.ts'
import { WaivedAgainContext, waivedAgainByPostmortem } from './waivedAgain.ts'

type PostmortemLibraryProps = {
  postmortems: readonly PostmortemSummary[]
  /** Null for a guest, who begins none. */
  ways: { onImport: () => void } | null
}

/** Live ones first; then by what is still to come, the newest incident first. */
export function PostmortemLibrary({ postmortems, ways }: PostmortemLibraryProps) {
  const live = postmortems.filter(({ status }) => status === 'live')
  const others = postmortems.filter(({ status }) => status !== 'live').sort(byStatusThenIncident)
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
      {others.length > 0 && <PostmortemTable postmortems={others} />}
    </WaivedAgainContext>
  )
}

const PostmortemTable = ({ postmortems }: { postmortems: readonly PostmortemSummary[] }) => (
  <section aria-labelledby="postmortems-heading">
    <div className={styles.sectionHead}>
      <h2 id="postmortems-heading">Postmortems</h2>
      <span className={styles.count}>{postmortems.length}</span>
    </div>
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Incident</th>
          <th scope="col">
            <span className="vh">Severity</span>
          </th>
          <th scope="col">Services</th>
          <th scope="col">Happened</th>
          <th scope="col">People</th>
          <th scope="col">Meeting</th>
        </tr>
      </thead>
      <tbody>
        {postmortems.map((postmortem) => (
          <PostmortemRow key={postmortem.postmortemId} postmortem={postmortem} />
        ))}
      </tbody>
    </table>
  </section>
)

const byStatusThenIncident = (a: PostmortemSummary, b: PostmortemSummary): number =>
  Number(isDone(a)) - Number(isDone(b)) ||
  (b.incidentStartedAt ?? b.createdAt) - (a.incidentStartedAt ?? a.createdAt)

const isDone = ({ status, waiver }: PostmortemSummary) => status === 'ended' || waiver !== null

const todayInWords = () => weekdayInWords(Date.now(), viewerZone()).replace(/ \d{4}$/, '')
