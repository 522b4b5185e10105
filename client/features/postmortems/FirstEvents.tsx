import { Fragment } from 'react'
import type { PostmortemDraft } from '../../../shared/content/postmortemDraft.ts'
import { calendarDay, dayInWords } from '../../../shared/time/calendarDay.ts'
import { momentInWords } from '../../../shared/time/momentInWords.ts'
import styles from './Import.module.css'

const MOST_SHOWN = 5

type DraftEvent = PostmortemDraft['timeline'][number]

/** How the timeline begins, with how exactly each time is known. */
export function FirstEvents({ timeline, zone }: { timeline: readonly DraftEvent[]; zone: string }) {
  const shown = [...timeline].sort((a, b) => a.occurred.at - b.occurred.at).slice(0, MOST_SHOWN)
  if (shown.length === 0) return <p className={styles.more}>The file has no timeline.</p>
  return (
    <section aria-label="How the timeline begins">
      <h3 className={styles.eventsHead}>How the timeline begins</h3>
      <ol>
        {shown.map((event, position) => (
          <Fragment key={`${event.occurred.at} ${event.text}`}>
            {beginsDay(shown, position, zone) && (
              <li className={styles.day}>{dayInWords(event.occurred.at, zone)}</li>
            )}
            <li className={styles.event}>
              <span className={styles.eventTime}>{timeInWords(event, zone)}</span>
              <span className={styles.eventText}>{event.text}</span>
            </li>
          </Fragment>
        ))}
      </ol>
      {timeline.length > MOST_SHOWN && (
        <p className={styles.more}>and {timeline.length - MOST_SHOWN} more timeline events</p>
      )}
    </section>
  )
}

/** The clock time of an event of which only the order is known is a placeholder: it is never shown. */
const timeInWords = ({ occurred }: DraftEvent, zone: string) =>
  occurred.precision === 'order' ? 'order only' : momentInWords(occurred, zone)

function beginsDay(events: readonly DraftEvent[], position: number, zone: string): boolean {
  const dayOf = (event: DraftEvent | undefined) =>
    event && event.occurred.precision !== 'order' ? calendarDay(event.occurred.at, zone) : null
  const day = dayOf(events[position])
  if (day === null) return false
  const before = events.slice(0, position).findLast((event) => dayOf(event) !== null)
  return dayOf(before) !== day
}
