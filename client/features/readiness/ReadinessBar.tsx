import styles from './Readiness.module.css'

/** Ready, then started, of all that applies. For the eye: the count stands beside it. */
export const ReadinessBar = ({
  ready,
  started,
  applying,
}: {
  ready: number
  started: number
  applying: number
}) => {
  const share = (count: number) => `${applying === 0 ? 0 : (count / applying) * 100}%`
  return (
    <svg className={styles.bar} aria-hidden="true">
      <rect className={styles.ground} width="100%" height="6" />
      <rect className={styles.begun} width={share(ready + started)} height="6" />
      <rect className={styles.done} width={share(ready)} height="6" />
    </svg>
  )
}
