import { Link } from '@tanstack/react-router'
import { buttonClass } from '../ui/buttonClass.ts'
import { AppBar } from './AppBar.tsx'
import styles from './Page.module.css'

export const NotFoundPage = () => (
  <>
    <AppBar />
    <main className={styles.narrow} id="main">
      <h1 className="say">There is nothing at this address.</h1>
      <div className={styles.lines}>
        <p>A link may have lost its end on the way. Ask whoever sent it for the whole link.</p>
      </div>
      <div className={styles.actions}>
        <Link to="/" className={buttonClass({ kind: 'primary', size: 'lg' })}>
          All postmortems
        </Link>
      </div>
    </main>
  </>
)
