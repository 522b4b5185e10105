import { useParams } from '@tanstack/react-router'
import { History } from '../features/history/History.tsx'
import styles from './HistoryPage.module.css'

export function HistoryPage() {
  const { number } = useParams({ strict: false }) // also shown where none is open
  return (
    <main id="main" className={styles.page} data-region="history">
      <History number={number === undefined ? null : Number(number)} />
    </main>
  )
}
