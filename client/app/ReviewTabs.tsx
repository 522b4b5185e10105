import { getRouteApi, Link } from '@tanstack/react-router'
import { useMeeting } from '../room/useMeeting.ts'
import styles from './ReviewTabs.module.css'

const route = getRouteApi('/person/p/$postmortemId')
const current = { activeProps: { 'aria-current': 'page' } } as const

export function ReviewTabs() {
  const params = route.useParams()
  const isLive = useMeeting().status === 'live'
  return (
    <nav className={styles.tabs} aria-label="Stages of this review">
      <Link to="/p/$postmortemId/prepare" params={params} {...current}>
        Prepare
      </Link>
      <Link to="/p/$postmortemId" params={params} activeOptions={{ exact: true }} {...current}>
        Meeting
        {isLive && <span className={styles.dot} role="img" aria-label="live" />}
      </Link>
      <Link to="/p/$postmortemId/actions" params={params} {...current}>
        Actions
      </Link>
      <Link to="/p/$postmortemId/report" params={params} {...current}>
        Report
      </Link>
      <Link to="/p/$postmortemId/history" params={params} {...current}>
        History
      </Link>
    </nav>
  )
}
