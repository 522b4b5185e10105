import { ActionTable } from '../features/action-items/ActionTable.tsx'
import { useIncident } from '../room/useIncident.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './ActionsPage.module.css'

export function ActionsPage() {
  const hasArrived = useIncident() !== null
  return (
    <main id="main" className={styles.sheet} data-region="actions">
      {hasArrived ? <ActionTable /> : <Skeleton rows={6} label="Loading the actions" />}
    </main>
  )
}
