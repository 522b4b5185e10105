import { useMeeting } from '../../room/useMeeting.ts'
import styles from './StageSide.module.css'

/** The agenda as bars to scale: done, now, ahead. */
export function StageBars({ used }: { used: number }) {
  const meeting = useMeeting()
  const items = meeting.agenda.filter(({ skipped }) => !skipped)
  const current = items.findIndex(({ id }) => id === meeting.currentItemId)
  const ahead = items.length - current - 1
  return (
    <p
      className={styles.bars}
      role="img"
      aria-label={`Agenda: ${current} done, one under way, ${ahead} to go`}
    >
      {items.map((item, position) => (
        <i
          key={item.id}
          style={{ flexGrow: item.plannedMinutes + item.extendedMinutes }}
          data-done={position < current || undefined}
        >
          {position === current && <b style={{ inlineSize: `${Math.round(used * 100)}%` }} />}
        </i>
      ))}
    </p>
  )
}
