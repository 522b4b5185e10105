import { useMeeting } from '../../room/useMeeting.ts'
import styles from './Stage.module.css'

const MOST_LINES = 8

/** The current item, what comes after it, and one line of what is done. */
export function StageAgenda() {
  const { agenda, currentItemId, status } = useMeeting()
  const items = agenda.filter(({ skipped }) => !skipped)
  const current = status === 'live' ? items.findIndex(({ id }) => id === currentItemId) : -1
  const from = Math.max(0, Math.min(current - 1, items.length - MOST_LINES))
  const shown = items.slice(from, from + MOST_LINES)
  const hidden = items.length - from - shown.length
  return (
    <section className={styles.focus} aria-label="Agenda">
      <ol className={styles.agenda}>
        {shown.map((item) => {
          const position = items.indexOf(item)
          const place =
            status === 'ended' || position < current ? 'done' : position === current ? 'now' : 'ahead'
          return (
            <li key={item.id} data-place={place} aria-current={place === 'now' ? 'step' : undefined}>
              <span>{position + 1}</span>
              {item.title}
              <span>{item.plannedMinutes + item.extendedMinutes} min</span>
            </li>
          )
        })}
      </ol>
      {hidden > 0 && <p className={styles.more}>and {hidden} more</p>}
    </section>
  )
}
