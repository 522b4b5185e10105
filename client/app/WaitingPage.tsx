import { Skeleton } from '../ui/Skeleton.tsx'
import { AppBar } from './AppBar.tsx'
import styles from './Page.module.css'

export const WaitingPage = () => (
  <>
    <AppBar />
    <main className={styles.page} id="main">
      <div className={styles.waiting}>
        <Skeleton rows={4} />
      </div>
    </main>
  </>
)
