import styles from './Mark.module.css'

/** The half-disc on the horizon: what could be seen, and what could not yet. */
export const Mark = ({ size = 20 }: { size?: number }) => (
  <svg className={styles.mark} width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true">
    <path d="M3.2 11a6.8 6.8 0 0 1 13.6 0Z" fill="currentColor" />
    <path d="M1 11h18" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    <path
      d="M4.6 14.4h10.8M7.4 17.4h5.2"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      opacity=".45"
    />
  </svg>
)
