import { Lock } from 'lucide-react'
import styles from './SealedStack.module.css'

const MOST_EDGES = 3

/** How many are sealed, as far as that is told. The edges are only its picture. */
export const SealedStack = ({ count }: { count: number }) => (
  <div className={styles.stack}>
    {Array.from({ length: Math.min(MOST_EDGES, Math.max(0, count - 1)) }, (_, edge) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
      <i key={edge} aria-hidden="true" />
    ))}
    <p>
      <Lock aria-hidden="true" />
      {count === 0 ? 'Sealed answers, not counted yet' : `At least ${count} sealed answers`}
    </p>
  </div>
)
