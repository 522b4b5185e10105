import styles from './WindowTrack.module.css'

const MOST_HOURS = 96

type WindowTrackProps = {
  /** Hours since the incident was resolved. */
  hours: number
  /** Where there is room: what the marks stand for. */
  labelled?: boolean
}

/** 96 hours to scale with the time that suits a review, 24 to 72; the mark is now. For the eye: the words stand beside it. */
export function WindowTrack({ hours, labelled = false }: WindowTrackProps) {
  const at = `${(Math.min(Math.max(hours, 0), MOST_HOURS) / MOST_HOURS) * 100}%`
  return (
    <div className={styles.window}>
      <svg className={styles.track} aria-hidden="true">
        <rect className={styles.ground} width="100%" height="10" y="3" rx="5" />
        <rect className={styles.band} x="25%" width="50%" y="3.5" height="9" rx="2" />
        <svg x={at} className={styles.mark} aria-hidden="true">
          <rect className={styles.now} x="-1" width="2" height="16" rx="1" />
        </svg>
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
