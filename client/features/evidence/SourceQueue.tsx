import { Check, Circle } from 'lucide-react'
import { Spinner } from '../../ui/Spinner.tsx'
import type { SourceProgress } from './evidenceMessages.ts'
import styles from './ReadingPanel.module.css'

/** Every source that is read, and where it stands. */
export const SourceQueue = ({ sources }: { sources: readonly SourceProgress[] }) => (
  <ol className={styles.queue} aria-label="What is read">
    {sources.map((source) => (
      <li key={source.name} data-step={source.is}>
        <StepMark is={source.is} />
        <span className={styles.name}>{source.name}</span>
        <span className={styles.step}>{stepInWords(source)}</span>
      </li>
    ))}
    {sources.length === 0 && (
      <li>
        <Spinner />
        <span className={styles.name}>Opening</span>
      </li>
    )}
  </ol>
)

/** In one line, where there is no room for all. */
export function CurrentSource({ sources }: { sources: readonly SourceProgress[] }) {
  const current = sources.find(({ is }) => is === 'masking' || is === 'reading')
  return (
    <p className={styles.words}>
      <Spinner /> {current ? `${current.name}: ${stepInWords(current)}` : 'Looking for what is here already'}
    </p>
  )
}

function StepMark({ is }: Pick<SourceProgress, 'is'>) {
  if (is === 'waiting') return <Circle size={14} aria-hidden="true" />
  if (is === 'read') return <Check size={14} aria-hidden="true" />
  return <Spinner />
}

function stepInWords(source: SourceProgress): string {
  switch (source.is) {
    case 'waiting':
      return 'waiting'
    case 'masking':
      return source.of > 1 ? `masking, ${source.done} of ${source.of} files` : 'masking'
    case 'reading':
      return `reading, ${source.count.toLocaleString('en')} so far`
    case 'read':
      return `${source.count.toLocaleString('en')} read`
  }
}
