import styles from './Skeleton.module.css'

/** Rows where content will be. Invisible for the first 300 ms, so that a quick answer does not flicker. */
export function Skeleton({ rows = 3, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <i key={row} />
      ))}
    </div>
  )
}
