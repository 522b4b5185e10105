import type { Problem } from '../../../shared/wire/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Postmortems.module.css'

type ListProblemProps = {
  problem: Problem
  /** The list above is what was known before. */
  isStale: boolean
  isAsking: boolean
  onTryAgain: () => void
}

export const ListProblem = ({ problem, isStale, isAsking, onTryAgain }: ListProblemProps) => (
  <div className={styles.problem}>
    <Notice
      tone="late"
      role="alert"
      title={isStale ? 'This list may be out of date.' : 'The postmortems could not be listed.'}
      actions={
        <Button size="sm" busy={isAsking} onClick={onTryAgain}>
          Try again
        </Button>
      }
    >
      {problem.sentence}
    </Notice>
  </div>
)
