import { Report } from '../features/report/Report.tsx'
import './printing.css'
import styles from './ReportPage.module.css'

export const ReportPage = () => (
  <main id="main" className={styles.page} data-region="report">
    <Report />
  </main>
)
