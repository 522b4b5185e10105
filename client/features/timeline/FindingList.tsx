import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import type { TimelineFinding } from '../../../shared/timeline/timelineFinding.ts'
import styles from './TimelineNotes.module.css'

type FindingListProps = {
  findings: readonly TimelineFinding[]
  timeline: readonly TimelineEvent[]
  onGoTo: (id: TimelineEventId) => void
}

/** A wrong clock may concern every event there is; the first ones show it. */
const MOST_SHOWN = 50

export function FindingList({ findings, timeline, onGoTo }: FindingListProps) {
  const textOf = (id: TimelineEventId) => timeline.find((event) => event.id === id)?.text ?? ''
  return (
    <ul className={styles.findings} aria-label="To look at">
      {findings.slice(0, MOST_SHOWN).map(({ kind, sentence, eventIds }) => {
        const [first] = eventIds
        return (
          <li key={[kind, sentence, ...eventIds].join(' ')}>
            {first ? (
              <button type="button" className={styles.jump} onClick={() => onGoTo(first)}>
                <span>{sentence}</span>
                <span className={styles.which}>{textOf(first)}</span>
              </button>
            ) : (
              <span className={styles.plain}>{sentence}</span>
            )}
          </li>
        )
      })}
      {findings.some(({ kind }) => kind === 'missing') && (
        <li className={styles.hint}>
          What is missing is told by an event: choose its part of the response among its details.
        </li>
      )}
      {findings.length > MOST_SHOWN && (
        <li className={styles.plain}>And {findings.length - MOST_SHOWN} more of this kind.</li>
      )}
    </ul>
  )
}
