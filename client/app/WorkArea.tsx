import type { MeetingStep } from '../../shared/guide/agendaTemplates.ts'
import type { AgendaItem } from '../../shared/meeting/meeting.ts'
import { ActionTable } from '../features/action-items/ActionTable.tsx'
import { Board } from '../features/board/Board.tsx'
import { Notes } from '../features/notes/Notes.tsx'
import { useIncident } from '../room/useIncident.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { BoardAndTimeline } from './BoardAndTimeline.tsx'
import { goodColumns } from './boardColumns.ts'
import { ImpactArea } from './ImpactArea.tsx'
import { SummaryArea } from './SummaryArea.tsx'
import { ToneArea } from './ToneArea.tsx'
import styles from './WorkArea.module.css'

type WorkAreaProps = {
  item: AgendaItem
  /** Beside the columns, above them as a strip, or not at all. */
  timeline: 'column' | 'strip' | 'none'
}

/** What people write on during an item; its notes always stand at the foot. */
export function WorkArea({ item, timeline }: WorkAreaProps) {
  if (useIncident() === null) {
    return (
      <div className={styles.page}>
        <Skeleton rows={6} label="The document is on its way" />
      </div>
    )
  }
  return (
    <div className={styles.area}>
      <div className={styles.body}>
        <AreaOf step={item.step} timeline={timeline} />
      </div>
      <div className={styles.notes} data-region="">
        <Notes itemId={item.id} itemTitle={item.title} />
      </div>
    </div>
  )
}

function AreaOf({ step, timeline }: { step: MeetingStep | null; timeline: WorkAreaProps['timeline'] }) {
  switch (step) {
    case 'tone':
      return <ToneArea />
    case 'impact':
      return <ImpactArea />
    case 'wentWell':
      return <Board kinds={goodColumns} />
    case 'actions':
      return (
        <div className={styles.page}>
          <ActionTable />
        </div>
      )
    case 'close':
      return <SummaryArea />
    case 'timeline':
    case 'madeItHard':
    case 'causes':
    case null:
      return <BoardAndTimeline timeline={timeline} />
  }
}
