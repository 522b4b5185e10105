import { useClockReading } from '../../room/clockReading.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { useReadiness } from '../../room/useReadiness.ts'
import { Pips } from '../../ui/Pips.tsx'
import { ClockButtons } from './ClockButtons.tsx'
import { GoOn } from './GoOn.tsx'
import { OpenStage } from './OpenStage.tsx'
import { ReopenMeeting } from './ReopenMeeting.tsx'
import { StartMeeting } from './StartMeeting.tsx'
import styles from './Transport.module.css'

/** The clock and where to go next, at the foot of the facilitator's screen. `isNarrow` leaves out what a phone has no room for. */
export function Transport({ isNarrow = false }: { isNarrow?: boolean }) {
  const { status, agenda, currentItemId } = useMeeting()
  const { figures, words, allotted, is, isOver } = useClockReading()
  const readiness = useReadiness()
  const number = agenda.findIndex(({ id }) => id === currentItemId) + 1
  const detail =
    is === 'over' || is === 'paused'
      ? `${words}, of ${allotted} on item ${number}`
      : `of ${allotted} on item ${number}`
  return (
    <section
      className={`${styles.transport} ${isNarrow ? styles.narrow : ''}`}
      aria-label="Meeting clock and controls"
      data-region=""
    >
      {!isNarrow && (
        <p className={styles.time} role="timer" aria-label="Time left on this item">
          {figures !== null && <b data-over={isOver || undefined}>{figures}</b>}
          <small>{figures === null ? words : detail}</small>
        </p>
      )}
      <div className={styles.middle}>
        {status === 'scheduled' && <StartMeeting />}
        {status === 'live' && (
          <>
            <ClockButtons />
            <GoOn />
            {!isNarrow && (
              <p className={styles.ready}>
                <Pips on={readiness.ready} of={readiness.of} label={readiness.words} />
                <span aria-hidden="true">{readiness.words}</span>
              </p>
            )}
          </>
        )}
        {status === 'ended' && <ReopenMeeting />}
      </div>
      {!isNarrow && <OpenStage />}
    </section>
  )
}
