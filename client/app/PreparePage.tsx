import { Evidence } from '../features/evidence/Evidence.tsx'
import { Questions } from '../features/sealed-answers/Questions.tsx'
import styles from './PreparePage.module.css'

/** What is done before the meeting. Each part of it has its own column, and shares one where there is no room for three. */
export const PreparePage = () => (
  <main id="main" className={styles.page} data-region="prepare">
    <div className={styles.work}>
      <Evidence />
    </div>
    <div className={styles.questions}>
      <Questions />
    </div>
  </main>
)
