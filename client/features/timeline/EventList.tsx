import { type KeyboardEvent, useState } from 'react'
import { sightOf } from '../../../shared/content/horizon.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { weekdayInWords } from '../../../shared/time/calendarDay.ts'
import { timelineDays } from '../../../shared/time/timelineDays.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import styles from './EventList.module.css'
import { EventRow } from './EventRow.tsx'
import { useEventActions } from './useEventActions.ts'

type EventListProps = {
  label: string
  events: readonly TimelineEvent[]
  /** The whole timeline, of which `events` are a part. */
  timeline: readonly TimelineEvent[]
  zone: string
  veilAt: number | null
  openId: TimelineEventId | null
  onOpen: (id: TimelineEventId) => void
  /** Screen readers hear only the name and the count of it until they ask for more. */
  isBeyond?: boolean
}

export function EventList({
  label,
  events,
  timeline,
  zone,
  veilAt,
  openId,
  onOpen,
  isBeyond = false,
}: EventListProps) {
  const [editingId, setEditingId] = useState<TimelineEventId | null>(null)
  const [isAskedFor, setAskedFor] = useState(false)
  const mayEdit = useMayEdit()
  const actions = useEventActions(setEditingId)
  const tabStop = events.some(({ id }) => id === openId) ? openId : (events[0]?.id ?? null)
  const isVeiled = isBeyond && !isAskedFor
  const dayByFirstId = new Map(
    timelineDays(timeline, zone)
      .slice(1)
      .map(({ at, timelineEvents }) => [timelineEvents[0]?.id, at]),
  )

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target
    if (!(row instanceof HTMLElement) || row.dataset.event === undefined) return // the key is for something inside it
    const id = row.dataset.event as TimelineEventId // the row writes its own id there
    const to = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (to !== undefined && !event.altKey) rowBeside(row, to)?.focus()
    else if (event.key === 'Enter' && mayEdit) setEditingId(id)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && mayEdit) actions.remove(id)
    else return
    event.preventDefault()
  }

  return (
    <>
      {isBeyond && (
        <button
          type="button"
          className={styles.ask}
          aria-expanded={isAskedFor}
          onClick={() => setAskedFor(!isAskedFor)}
        >
          {`${label}, ${events.length} ${events.length === 1 ? 'event' : 'events'}`}
        </button>
      )}
      <ol
        className={isBeyond ? `${styles.list} ${styles.fog}` : styles.list}
        aria-label={label}
        aria-hidden={isVeiled || undefined}
        onKeyDown={onKeyDown}
      >
        {events.map((timelineEvent) => (
          <EventRow
            key={timelineEvent.id}
            timelineEvent={timelineEvent}
            zone={zone}
            sight={sightOf(timelineEvent, veilAt)}
            dayAt={dayInWords(dayByFirstId.get(timelineEvent.id), zone)}
            isOpen={timelineEvent.id === openId}
            isTabStop={timelineEvent.id === tabStop && !isVeiled}
            isEditing={timelineEvent.id === editingId}
            onOpen={onOpen}
            actions={actions}
          />
        ))}
      </ol>
    </>
  )
}

const dayInWords = (at: number | null | undefined, zone: string): string | null =>
  at === null || at === undefined ? null : weekdayInWords(at, zone)

function rowBeside(row: HTMLElement, step: number): HTMLElement | undefined {
  const rows = [...(row.closest('section')?.querySelectorAll<HTMLElement>('[data-event]') ?? [])]
  return rows[rows.indexOf(row) + step]
}
