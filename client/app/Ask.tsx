import { horizonInWords } from '../../shared/time/horizonInWords.ts'
import { ChangePrompt } from '../features/desk/ChangePrompt.tsx'
import { Clock } from '../features/timebox/Clock.tsx'
import { useHorizon } from '../room/horizonView.tsx'
import { useTimeline } from '../room/useContent.ts'
import { useIncident } from '../room/useIncident.ts'
import { useMeeting } from '../room/useMeeting.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Ask.module.css'
import { MeetingState } from './MeetingState.tsx'
import { promptOf } from './promptOf.ts'
import type { OpenedItem } from './useOpenedItem.ts'

type AskProps = {
  opened: OpenedItem
  facilitates: boolean
  /** Whoever sees the timeline as a strip may open the list instead. */
  timelineList: { isOpen: boolean; onToggle: (isOpen: boolean) => void } | null
}

/** What the room is asked now, and how long for. */
export function Ask({ opened, facilitates, timelineList }: AskProps) {
  const meeting = useMeeting()
  const zone = useIncident()?.zone ?? 'UTC'
  const { horizonAt } = useHorizon()
  const timeline = useTimeline()
  const { item, roomIsOn } = opened
  if (!item) return null
  const isRoomHere = roomIsOn === null && meeting.status === 'live'
  return (
    <header className={styles.ask}>
      <div>
        <p className={styles.eyebrow}>
          {item.title}
          {horizonAt !== null && ` · seen from ${horizonInWords(horizonAt, timeline, zone)}`}
        </p>
        <h2 className={`say ${styles.question}`} id="prompt">
          {promptOf(meeting, item)}
        </h2>
        <MeetingState opened={opened} />
      </div>
      <div className={styles.end}>
        {timelineList && (
          <Button
            kind="quiet"
            pressed={timelineList.isOpen}
            onClick={() => timelineList.onToggle(!timelineList.isOpen)}
          >
            Timeline as a list
          </Button>
        )}
        {facilitates && isRoomHere && <ChangePrompt shown={promptOf(meeting, item)} />}
        {!facilitates && <Clock />}
      </div>
    </header>
  )
}
