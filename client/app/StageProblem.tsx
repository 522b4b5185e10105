import type { Problem } from '../../shared/wire/problem.ts'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import styles from './Page.module.css'

/** Nobody stands at a shared screen, so it speaks to whoever opened it. */
export const StageProblem = ({ problem }: { problem: Problem }) => (
  <main className={styles.narrow} id="main">
    <Mark size={32} />
    {problem.reason === 'notReached' ? (
      <>
        <h1 className="say">The server did not answer.</h1>
        <div className={styles.lines} role="alert">
          <p>The meeting goes on without this screen. Try again in a moment.</p>
        </div>
        <div className={styles.actions}>
          <Button size="lg" kind="primary" onClick={() => location.reload()}>
            Try again
          </Button>
        </div>
      </>
    ) : (
      <>
        <h1 className="say">This stage link does not open anything.</h1>
        <div className={styles.lines} role="alert">
          <p>It may be incomplete. Ask the facilitator for a new one: “Open stage”, then “Copy the link”.</p>
        </div>
      </>
    )}
  </main>
)
