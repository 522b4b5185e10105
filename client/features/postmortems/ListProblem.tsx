import type { Problem } from '../../../shared/wire/problem.ts'
import { TryAgain } from '../../ui/TryAgain.tsx'
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
    <TryAgain
      title={isStale ? 'This list may be out of date.' : 'The postmortems could not be listed.'}
      sentence={problem.sentence}
      isBusy={isAsking}
      onTryAgain={onTryAgain}
    />
  </div>
)
