import styles from './Mark.module.css'

/** The mark drawn large, for a screen that has nothing to show yet. */
export const HorizonDrawing = () => (
  <svg className={styles.horizon} viewBox="0 0 320 110" fill="none" aria-hidden="true">
    <path d="M112 78a48 48 0 0 1 96 0Z" fill="currentColor" />
    <path d="M8 78h304" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    <path
      d="M92 90h136M120 100h80"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      opacity=".35"
    />
  </svg>
)
