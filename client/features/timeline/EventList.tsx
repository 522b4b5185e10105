import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { sightOf } from '../../../shared/content/horizon.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import styles from './EventList.module.css'
import { EventRow } from './EventRow.tsx'
import { useEventActions } from './useEventActions.ts'
import { LONG_FROM, useLongList } from './useLongList.ts'
import { usePrinting } from './usePrinting.ts'

type EventListProps = {
  label: string
  events: readonly TimelineEvent[]
  /** The whole timeline, of which `events` are a part. */
  timeline: readonly TimelineEvent[]
  /** The day that begins with an event, in words. */
  dayByFirstId: ReadonlyMap<TimelineEventId, string>
  zone: string
  veilAt: number | null
  openId: TimelineEventId | null
  onOpen: (id: TimelineEventId) => void
  /** Opens it and takes the focus there. */
  onGoTo: (id: TimelineEventId) => void
  /** Screen readers hear only the name and the count of it until they ask for more. */
  isBeyond?: boolean
}

export function EventList({
  label,
  events,
  timeline,
  dayByFirstId,
  zone,
  veilAt,
  openId,
  onOpen,
  onGoTo,
  isBeyond = false,
}: EventListProps) {
  const [editingId, setEditingId] = useState<TimelineEventId | null>(null)
  const [isAskedFor, setAskedFor] = useState(false)
  const mayEdit = useMayEdit()
  const actions = useEventActions(setEditingId)
  const tabStop = events.some(({ id }) => id === openId) ? openId : (events[0]?.id ?? null)
  const isVeiled = isBeyond && !isAskedFor
  const list = useRef<HTMLOListElement>(null)
  const isPrinting = usePrinting()
  const isLong = events.length >= LONG_FROM && !isPrinting
  const pinned = useMemo(
    () => events.flatMap(({ id }, index) => (id === tabStop || id === editingId ? index : [])),
    [events, tabStop, editingId],
  )
  const keyOf = useCallback((index: number) => events[index]?.id ?? '', [events])
  const long = useLongList(list, { count: events.length, keyOf, pinned, isOn: isLong })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target
    if (!(row instanceof HTMLElement) || row.dataset.event === undefined) return // the key is for something inside it
    const id = row.dataset.event as TimelineEventId // the row writes its own id there
    const to = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (to !== undefined && !event.altKey) {
      const beside = timeline[timeline.findIndex((other) => other.id === id) + to]
      if (beside) onGoTo(beside.id)
    } else if (event.key === 'Enter' && mayEdit) setEditingId(id)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && mayEdit) actions.remove(id)
    else return
    event.preventDefault()
  }

  const rowAt = (index: number, top?: number) => {
    const timelineEvent = events[index]
    if (!timelineEvent) return null // the list has become shorter this moment
    const { id } = timelineEvent
    return (
      <EventRow
        key={id}
        timelineEvent={timelineEvent}
        zone={zone}
        sight={sightOf(timelineEvent, veilAt)}
        dayAt={dayByFirstId.get(id) ?? null}
        isOpen={id === openId}
        isTabStop={id === tabStop && !isVeiled}
        isEditing={id === editingId}
        onOpen={onOpen}
        actions={actions}
        {...(top !== undefined && { top, index, of: events.length, measure: long.measure })}
      />
    )
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
        ref={list}
        className={isBeyond ? `${styles.list} ${styles.fog}` : styles.list}
        style={isLong ? { blockSize: long.height } : undefined}
        data-long={isLong || undefined}
        aria-label={label}
        aria-hidden={isVeiled || undefined}
        onKeyDown={onKeyDown}
      >
        {isLong
          ? long.rows.map(({ index, top }) => rowAt(index, top))
          : events.map((_, index) => rowAt(index))}
      </ol>
    </>
  )
}
