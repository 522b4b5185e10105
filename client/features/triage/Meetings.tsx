import { Link } from '@tanstack/react-router'
import { plannedMinutesOf } from '../../../shared/meeting/agenda.ts'
import { meetingNames } from '../../../shared/meeting/stageInWords.ts'
import type { PlannedMeeting } from '../../../shared/wire/stages.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeetings } from '../../room/useMeetings.ts'
import { Tag } from '../../ui/Tag.tsx'
import { TryAgain } from '../../ui/TryAgain.tsx'
import { heldWhen } from './heldWhen.ts'
import styles from './Meetings.module.css'
import { PlanNext } from './PlanNext.tsx'

/** The meetings over this document, and the way to the next one. A single one that is still to come is told elsewhere. */
export function Meetings() {
  const { postmortemId } = useRoom()
  const { meetings, error, isFetching, refetch } = useMeetings()
  const names = meetingNames(meetings.map(({ stage }) => stage))
  const [only] = meetings
  const isPlain = meetings.length === 1 && only?.stage === 'review' && only.status === 'scheduled'
  if (isPlain && !error) return null
  return (
    <section aria-labelledby="meetings" className={styles.meetings}>
      <h2 id="meetings">Meetings</h2>
      {error && (
        <TryAgain
          title="Earlier meetings could not be listed."
          sentence={error.sentence}
          isBusy={isFetching}
          onTryAgain={() => void refetch()}
        />
      )}
      <ol>
        {meetings.map((meeting, position) => {
          const isNewest = position === meetings.length - 1
          return (
            <li key={meeting.meetingId} aria-current={isNewest ? 'true' : undefined}>
              <span className={styles.name}>
                <Link
                  to={isNewest ? '/p/$postmortemId' : '/p/$postmortemId/report'}
                  params={{ postmortemId }}
                  hash={isNewest ? '' : 'meetings'}
                  className="linkish"
                >
                  {names[position]}
                </Link>
                {meeting.status === 'live' && <Tag tone="live">Live now</Tag>}
                {meeting.status === 'ended' && <Tag>Ended</Tag>}
                {meeting.status === 'scheduled' && <Tag tone="accent">To come</Tag>}
              </span>
              <small>{heldWhen(meeting)}</small>
              <small>{sizeInWords(meeting)}</small>
            </li>
          )
        })}
      </ol>
      <PlanNext />
    </section>
  )
}

function sizeInWords(meeting: PlannedMeeting): string {
  const { agenda, members } = meeting
  const people = members.length === 1 ? '1 person' : `${members.length} people`
  return `${agenda.length} agenda items, ${plannedMinutesOf(meeting)} min · ${people}`
}
