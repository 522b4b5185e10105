import { type ClockReading, useClockReading } from '../../room/clockReading.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { StageBars } from './StageBars.tsx'
import styles from './StageSide.module.css'

/** The overrun belongs to the clock: nothing else on the stage changes its colour. */
export function StageClock() {
  const { agenda, currentItemId, status } = useMeeting()
  const reading = useClockReading()
  const item = agenda.find(({ id }) => id === currentItemId)
  const minutes = item ? item.plannedMinutes + item.extendedMinutes : 0
  return (
    <div className={styles.clock} data-over={reading.isOver || undefined}>
      <div role="timer" aria-label="Time left on this item">
        {reading.figures === null ? (
          <p className={styles.waiting}>{reading.words}</p>
        ) : (
          <>
            <p className={styles.figures} data-wide={reading.figures.length > 4 || undefined}>
              {reading.figures}
            </p>
            <p className={styles.of}>{wordsOnStage(reading, minutes)}</p>
          </>
        )}
      </div>
      {status === 'live' && <StageBars used={reading.used} />}
    </div>
  )
}

function wordsOnStage({ is, words }: ClockReading, minutes: number): string {
  if (is === 'over') return 'over. Take two more?'
  if (is === 'running' || is === 'unknown')
    return `left of ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return words
}
