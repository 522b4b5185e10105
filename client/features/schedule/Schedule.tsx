import { CalendarPlus } from 'lucide-react'
import { zoneInWords } from '../../../shared/time/zoneInWords.ts'
import { calendarPath } from '../../../shared/wire/postmortems.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeeting } from '../../room/useMeeting.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { buttonClass } from '../../ui/buttonClass.ts'
import { ChangeStart } from './ChangeStart.tsx'
import styles from './Schedule.module.css'
import { type PlannedStart, usePlannedStart } from './usePlannedStart.ts'

/** When the team meets, at the head of what is prepared for it. */
export function Schedule() {
  const { startsAt } = useMeeting()
  const { postmortemId } = useRoom()
  const planned = usePlannedStart()
  if (!planned) return null
  return (
    <section className={styles.schedule} aria-label="When you meet">
      <p className={styles.sentence}>{startInWords(planned)}</p>
      {startsAt !== null && (
        <p className={styles.about}>
          {planned.window !== null && `${capitalised(planned.window)}. `}
          Told in {zoneInWords(viewerZone(), [startsAt])}.
        </p>
      )}
      <ChangeStart />
      {startsAt !== null && !planned.hasPassed && (
        <a
          className={buttonClass({ kind: 'quiet', size: 'sm' })}
          href={calendarPath(postmortemId)}
          download=""
        >
          <CalendarPlus aria-hidden="true" />
          Add to calendar
        </a>
      )}
    </section>
  )
}

/** The same in one line, where the meeting itself is. */
export function ScheduleLine() {
  const planned = usePlannedStart()
  if (!planned) return null
  return (
    <>
      <span>{startInWords(planned)}</span>
      <ChangeStart />
    </>
  )
}

function startInWords({ start, hasPassed }: PlannedStart): string {
  if (start === null) return 'No time is chosen yet.'
  return hasPassed ? `We were to meet ${start}.` : `We meet ${start}.`
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
