import { Button } from '../ui/Button.tsx'
import { AppBar } from './AppBar.tsx'
import styles from './Page.module.css'

/** Shown instead of a page that threw. Says what is safe first: that is what everybody asks. */
export const BrokenPage = ({ error }: { error: unknown }) => (
  <>
    <AppBar />
    <main className={styles.narrow} id="main">
      <h1 className="say">This page stopped working.</h1>
      <div className={styles.lines} role="alert">
        <p>
          What had reached the server is safe there, and what had not is kept on this device. Others in the
          meeting notice nothing.
        </p>
        <p>
          Reload the page to go on. If it stops again, tell whoever looks after Candor what it says below.
        </p>
      </div>
      <div className={styles.actions}>
        <Button kind="primary" size="lg" onClick={() => location.reload()}>
          Reload the page
        </Button>
      </div>
      <details className={styles.details}>
        <summary>What the page said</summary>
        <code>{error instanceof Error ? `${error.name}: ${error.message}` : 'Something without a name'}</code>
      </details>
    </main>
  </>
)
