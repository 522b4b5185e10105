import styles from './WindowTrack.module.css'

const MOST_HOURS = 96
/** About half of the dot, where the track is as wide as in a list. */
const DOT_HOURS = 2.5

type WindowTrackProps = {
  /** Hours since the incident was resolved. */
  hours: number
  /** The same of the planned start; null where no time is chosen. */
  startHours?: number | null
  /** Where there is room: what the marks stand for. */
  labelled?: boolean
}

/**
 * 96 hours to scale with the time that suits a review, 24 to 72; the line is now, the dot the planned start. For the eye:
 * the words stand beside it.
 */
export function WindowTrack({ hours, startHours = null, labelled = false }: WindowTrackProps) {
  return (
    <div className={styles.window}>
      <svg className={styles.track} aria-hidden="true">
        <rect className={styles.ground} width="100%" height="10" y="3" rx="5" />
        <rect className={styles.band} x="25%" width="50%" y="3.5" height="9" rx="2" />
        <svg x={placeOf(hours)} className={styles.mark} aria-hidden="true">
          <rect className={styles.now} x="-1" width="2" height="16" rx="1" />
        </svg>
        {startHours !== null && (
          <svg x={placeOf(startHours, DOT_HOURS)} className={styles.mark} aria-hidden="true">
            <circle className={styles.start} cy="8" r="5.5" />
          </svg>
        )}
      </svg>
      {labelled && (
        <p className={styles.labels} aria-hidden="true">
          <span>resolved</span>
          <span>24 h</span>
          <span>72 h</span>
        </p>
      )}
    </div>
  )
}

/** `within` keeps the whole mark on the track. */
function placeOf(hours: number, within = 0): string {
  const told = Math.min(Math.max(hours, within), MOST_HOURS - within)
  return `${(told / MOST_HOURS) * 100}%`
}
