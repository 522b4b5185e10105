import { Button } from '../../ui/Button.tsx'
import styles from './Metrics.module.css'

type MetricReadingProps = { name: string; done: number; of: number; onStop: () => void }

/** How far a long file has been read, and the way out of it. */
export const MetricReading = ({ name, done, of, onStop }: MetricReadingProps) => (
  <p className={styles.reading}>
    <progress max={of} value={done} aria-label="Read so far" />
    <span role="status">Reading {name || 'what was pasted'}</span>
    <span>
      {done.toLocaleString('en-GB')} of {of.toLocaleString('en-GB')}
    </span>
    <Button size="sm" onClick={onStop}>
      Stop
    </Button>
  </p>
)
