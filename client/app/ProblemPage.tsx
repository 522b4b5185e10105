import { Link } from '@tanstack/react-router'
import type { Problem } from '../../shared/wire/problem.ts'
import { Button } from '../ui/Button.tsx'
import { buttonClass } from '../ui/buttonClass.ts'
import { AppBar } from './AppBar.tsx'
import styles from './Page.module.css'

const titles: Record<string, string> = {
  notReached: 'The server did not answer.',
  oldProtocol: 'Candor has been updated.',
  noSuchMeeting: 'Nothing opens for you at this address.',
}

/** A page that could not be opened: what happened, and what to do now. */
export const ProblemPage = ({ problem, onTryAgain }: { problem: Problem; onTryAgain: () => void }) => (
  <>
    <AppBar />
    <main className={styles.narrow} id="main">
      <h1 className="say">{titles[problem.reason] ?? 'This page could not be opened.'}</h1>
      <div className={styles.lines} role="alert">
        <p>{problem.sentence}</p>
      </div>
      <div className={styles.actions}>
        <Button kind="primary" size="lg" onClick={onTryAgain}>
          Try again
        </Button>
        <Link to="/" className={buttonClass({ size: 'lg' })}>
          All postmortems
        </Link>
      </div>
    </main>
  </>
)
