import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './ReadingPanel.module.css'
import { SourceQueue } from './SourceQueue.tsx'
import type { EvidenceImport } from './useEvidenceImport.ts'

/** What is being read, in a corner: the page can be used meanwhile. */
export function ReadingPanel({ importing }: { importing: EvidenceImport }) {
  const { reading, progress, problem } = importing
  return (
    <section className={styles.panel} aria-label="Reading evidence">
      {progress && <SourceQueue sources={progress} />}
      {problem && (
        <Notice tone="late" role="alert" title="Nothing was added.">
          {problem.sentence}
        </Notice>
      )}
      {reading && !progress && (
        <p className={styles.words} role="status">
          {reading.rows.length.toLocaleString('en')} things were read. Nothing is added yet.
        </p>
      )}
      <p className={styles.ways}>
        <Button size="sm" kind="quiet" onClick={importing.close}>
          {progress ? 'Cancel' : 'Close'}
        </Button>
        {reading && !progress && (
          <Button size="sm" kind="primary" onClick={importing.lookThrough}>
            Look through them
          </Button>
        )}
      </p>
    </section>
  )
}
