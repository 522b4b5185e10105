import { Board } from '../features/board/Board.tsx'
import { Timeline } from '../features/timeline/Timeline.tsx'
import { TimelineStrip } from '../features/timeline/TimelineStrip.tsx'
import styles from './WorkArea.module.css'

/** The past beside what is said about it. */
export const BoardAndTimeline = ({ timeline }: { timeline: 'column' | 'strip' | 'none' }) => (
  <div className={styles.split} data-timeline={timeline}>
    {timeline === 'column' && (
      <div className={styles.timeline} data-region="">
        <Timeline />
      </div>
    )}
    {timeline === 'strip' && <TimelineStrip />}
    <div className={styles.boards} data-region="">
      <Board />
    </div>
  </div>
)
