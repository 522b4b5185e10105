import styles from './Pips.module.css'

const MOST_PIPS = 12

/** How many of a few. Past twelve the dots say nothing more than the words, which stand in `label`. */
export const Pips = ({ on, of, label }: { on: number; of: number; label: string }) => (
  <span className={styles.pips} role="img" aria-label={label}>
    {of <= MOST_PIPS &&
      Array.from({ length: of }, (_, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the dots are alike and never move
        <i key={position} className={position < on ? styles.on : undefined} />
      ))}
  </span>
)
