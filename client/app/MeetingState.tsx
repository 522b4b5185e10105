import { getRouteApi, Link } from '@tanstack/react-router'
import { stageWords } from '../../shared/meeting/stageInWords.ts'
import { ScheduleLine } from '../features/schedule/Schedule.tsx'
import { PlanNext } from '../features/triage/PlanNext.tsx'
import { useMeeting } from '../room/useMeeting.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Ask.module.css'
import { useLateJoiner } from './useLateJoiner.ts'
import type { OpenedItem } from './useOpenedItem.ts'

const route = getRouteApi('/person/p/$postmortemId')

/** One line where it is needed: the room is elsewhere, the meeting is over, or where someone who came late is. */
export function MeetingState({ opened: { roomIsOn, open } }: { opened: OpenedItem }) {
  const { status, stage } = useMeeting()
  const params = route.useParams()
  const late = useLateJoiner()
  if (status === 'ended') {
    return (
      <p className={styles.state}>
        {stage === 'review' ? 'The meeting has ended.' : `The ${stageWords[stage]} has ended.`} Everything
        written here is kept.
        <Link to="/p/$postmortemId/report" params={params} className="linkish">
          Read the report
        </Link>
        <PlanNext />
      </p>
    )
  }
  if (roomIsOn) {
    return (
      <p className={styles.state}>
        The room is on {roomIsOn.title}.
        <Button size="sm" kind="soft" onClick={() => open(roomIsOn.id)}>
          Go there
        </Button>
      </p>
    )
  }
  if (status === 'scheduled') {
    return (
      <div className={styles.state}>
        {stage !== 'review' && (
          <span>This is the {stageWords[stage]}. It shares everything with the others.</span>
        )}
        <ScheduleLine />
      </div>
    )
  }
  return late === null ? null : <p className={styles.state}>{late}</p>
}
