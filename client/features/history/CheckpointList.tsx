import { Link } from '@tanstack/react-router'
import { calendarDay, weekdayInWords } from '../../../shared/time/calendarDay.ts'
import { clockTime } from '../../../shared/time/clockTime.ts'
import type { Checkpoint } from '../../../shared/wire/history.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { usePerson } from '../../room/usePerson.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { capitalised } from './changesInWords.ts'
import styles from './History.module.css'
import { makerInWords, occasionInWords } from './occasionInWords.ts'

/** The newest first, under the days of this browser's own zone. */
export function CheckpointList({ checkpoints }: { checkpoints: readonly Checkpoint[] }) {
  const zone = viewerZone()
  const days = new Map<string, Checkpoint[]>()
  for (const checkpoint of checkpoints) {
    const day = calendarDay(checkpoint.at, zone)
    days.set(day, [...(days.get(day) ?? []), checkpoint])
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={styles.day} aria-labelledby={`day-${day}`}>
      <h3 id={`day-${day}`}>{weekdayInWords(ofDay[0]?.at ?? 0, zone)}</h3>
      <ol>
        {ofDay.map((checkpoint) => (
          <CheckpointRow key={checkpoint.number} checkpoint={checkpoint} all={checkpoints} zone={zone} />
        ))}
      </ol>
    </section>
  ))
}

type CheckpointRowProps = { checkpoint: Checkpoint; all: readonly Checkpoint[]; zone: string }

function CheckpointRow({ checkpoint, all, zone }: CheckpointRowProps) {
  const { postmortemId } = useRoom()
  const { name } = usePerson(checkpoint.by)
  const { at, readAt, number, isSameAsBefore } = checkpoint
  const said = [
    makerInWords(checkpoint, name),
    readAt > at ? `read at ${clockTime(readAt, zone)}, after the server had been down` : null,
    isSameAsBefore ? 'nothing new' : null,
  ].filter((words) => words !== null)
  return (
    <li>
      <Link
        className={styles.row}
        to="/p/$postmortemId/history/$number"
        params={{ postmortemId, number: String(number) }}
        activeProps={{ 'aria-current': 'page' }}
      >
        <time dateTime={new Date(at).toISOString()}>{clockTime(at, zone)}</time>
        <span className={styles.rowWords}>
          <span className={styles.occasion}>{occasionInWords(checkpoint, all)}</span>
          {said.length > 0 && <span className={styles.said}>{capitalised(said.join(' · '))}</span>}
        </span>
      </Link>
    </li>
  )
}
