import { currentItem } from '../../../shared/meeting/agenda.ts'
import { useClockReading } from '../../room/clockReading.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import styles from './PhoneTop.module.css'

/** Where the meeting is and how long it has, always in sight. */
export function PhoneTop() {
  const meeting = useMeeting()
  const { figures, words, isOver, used, is } = useClockReading()
  const item = currentItem(meeting)
  const number = meeting.agenda.findIndex(({ id }) => id === item?.id) + 1
  const percent = Math.round(used * 100)
  if (figures === null || !item) {
    return (
      <section className={styles.top} aria-label="The meeting">
        <p className={styles.waiting}>{words}</p>
      </section>
    )
  }
  return (
    <section className={styles.top} aria-label="Current agenda item">
      <div className={styles.row}>
        <h2 className={styles.item}>
          <span>
            {number} of {meeting.agenda.length}
          </span>{' '}
          {item.title}
        </h2>
        <p className={styles.clock} role="timer" aria-label="Time left on this item">
          <b data-over={isOver || undefined}>{figures}</b>
          {(isOver || is === 'paused') && <small>{words}</small>}
        </p>
      </div>
      <p
        className={styles.bar}
        role="progressbar"
        aria-label="Time used"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <i style={{ inlineSize: `${percent}%` }} />
      </p>
    </section>
  )
}
