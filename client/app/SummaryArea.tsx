import { summaryOf } from '../../shared/content/contentDoc.ts'
import { ActionTable } from '../features/action-items/ActionTable.tsx'
import { useRoom } from '../room/RoomProvider.tsx'
import { ProseField } from './ProseField.tsx'
import styles from './WorkArea.module.css'

/** What stays: the summary, and who does what by when. */
export function SummaryArea() {
  const { contentDoc } = useRoom()
  return (
    <div className={styles.page}>
      <ProseField
        id="summary"
        title="Summary"
        hint="Two or three sentences for someone who was not here"
        text={summaryOf(contentDoc)}
      />
      <ActionTable />
    </div>
  )
}
