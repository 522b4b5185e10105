import { useId } from 'react'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import styles from './Floor.module.css'
import { FloorHolder } from './FloorHolder.tsx'
import { HandButton } from './HandButton.tsx'
import { PassTurn } from './PassTurn.tsx'
import { QueueRow } from './QueueRow.tsx'

/** Who speaks, who waits, and one's own hand. `hand` is false where the hand is at the thumb instead. */
export function Floor({ hand = true, look = 'card' }: { hand?: boolean; look?: 'card' | 'sunken' }) {
  const headingId = useId()
  const { turnQueue, status } = useMeeting()
  const takesTurns = useCan('takeTurns')
  if (status === 'ended') return null
  return (
    <section className={`${styles.floor} ${styles[look]}`} aria-labelledby={headingId}>
      <h2 className="vh" id={headingId}>
        The floor
      </h2>
      <FloorHolder />
      {turnQueue.length > 0 && (
        <ol className={styles.queue} aria-label="Next to speak">
          {turnQueue.map((turn, place) => (
            <QueueRow key={turn.personId} turn={turn} place={place} />
          ))}
        </ol>
      )}
      {takesTurns && (
        <div className={styles.hand}>
          <PassTurn />
          {hand && <HandButton />}
        </div>
      )}
    </section>
  )
}
