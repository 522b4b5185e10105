import styles from './Tag.module.css'

/** How bad it was, as the team names it. Without colour: severity is a fact, not an alarm. */
export const Severity = ({ children }: { children: string }) => (
  <span className={styles.severity}>{children}</span>
)
