import { useClockReading } from '../../room/clockReading.ts'
import styles from './AgendaRail.module.css'

/** Time left beside the current item, and under it how much of its time is used. */
export function CurrentTime() {
  const { figures, isOver, used } = useClockReading()
  const percent = Math.round(used * 100)
  return (
    <>
      <span className={styles.minutes} data-over={isOver || undefined}>
        {figures}
        {isOver && ' over'}
      </span>
      <span
        className={styles.progress}
        role="progressbar"
        aria-label="Time used on this item"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        data-over={isOver || undefined}
      >
        <i style={{ inlineSize: `${percent}%` }} />
      </span>
    </>
  )
}
