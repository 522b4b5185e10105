import { useClockReading } from '../../room/clockReading.ts'
import styles from './Clock.module.css'

/** Time left on the current item. A timer that is looked at, not read out every second. */
export function Clock({ size = 'md' }: { size?: 'md' | 'lg' }) {
  const { figures, words, is, isOver } = useClockReading()
  return (
    <div
      className={`${styles.clock} ${styles[size]}`}
      data-is={is}
      data-over={isOver || undefined}
      role="timer"
      aria-label="Time left on this item"
    >
      {figures !== null && <b className={styles.figures}>{figures}</b>}
      <small className={styles.words}>{words}</small>
    </div>
  )
}
