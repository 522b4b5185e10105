import { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef, useState } from 'react'
import { sightOf } from '../../../shared/content/horizon.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import { useValue } from '../../room/valueStore.ts'
import styles from './EventList.module.css'
import { EventRow } from './EventRow.tsx'
import { useEventActions } from './useEventActions.ts'
import type { EventMove, HeldEvent } from './useEventMove.ts'
import type { EventSelection } from './useEventSelection.ts'
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
  selection: EventSelection
  move: EventMove
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
  selection,
  move,
  isBeyond = false,
}: EventListProps) {
  const [editingId, setEditingId] = useState<TimelineEventId | null>(null)
  const [isAskedFor, setAskedFor] = useState(false)
  const mayEdit = useMayEdit()
  const actions = useEventActions(setEditingId, selection.toggle)
  useShortcut('selectEvents', null, { isOn: mayEdit })
  const tabStop = events.some(({ id }) => id === openId) ? openId : (events[0]?.id ?? null)
  const isVeiled = isBeyond && !isAskedFor
  const list = useRef<HTMLOListElement>(null)
  const held = useValue(move.held)
  const isPrinting = usePrinting()
  const isLong = events.length >= LONG_FROM && !isPrinting
  const pinned = useMemo(
    () => events.flatMap(({ id }, index) => ([tabStop, editingId, held?.id].includes(id) ? index : [])),
    [events, tabStop, editingId, held?.id],
  )
  const keyOf = useCallback((index: number) => events[index]?.id ?? '', [events])
  const long = useLongList(list, { count: events.length, keyOf, pinned, isOn: isLong })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = idOfRow(event.target)
    if (id === null || event.ctrlKey || event.metaKey) return // the key is for something inside it
    const beside = (step: 1 | -1) => timeline[timeline.findIndex((other) => other.id === id) + step]?.id
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (step !== null && event.altKey) {
      if (mayEdit) actions.step(id, step)
    } else if (step !== null) {
      const to = beside(step)
      if (to && event.shiftKey && mayEdit) selection.extendFrom(id, to)
      if (to) onGoTo(to)
    } else if (event.key === 'Escape' && selection.ids.size > 0) selection.clear()
    else if (!mayEdit) return
    else if (event.key === 'Enter') setEditingId(id)
    else if (event.key === ' ') selection.toggle(id)
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.remove(id)
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const id = idOfRow(event.target instanceof Element ? event.target.closest('[data-event]') : null)
    if (id === null || !mayEdit) return
    if (event.shiftKey) selection.extendFrom(openId ?? id, id)
    else if (event.ctrlKey || event.metaKey) selection.toggle(id)
  }

  const rowAt = (index: number, top?: number) => {
    const timelineEvent = events[index]
    if (!timelineEvent) return null // the list has become shorter this moment
    const { id } = timelineEvent
    const drop = dropBeside(id, held, timeline)
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
        isSelected={selection.ids.has(id)}
        onOpen={onOpen}
        actions={actions}
        move={move}
        isHeld={id === held?.id}
        drop={drop}
        dropWords={drop && (held?.words ?? null)}
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
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onClick={onClick}
      >
        {isLong
          ? long.rows.map(({ index, top }) => rowAt(index, top))
          : events.map((_, index) => rowAt(index))}
      </ol>
    </>
  )
}

function dropBeside(
  id: TimelineEventId,
  held: HeldEvent | null,
  timeline: readonly TimelineEvent[],
): 'above' | 'below' | null {
  if (!held?.words) return null
  if (held.afterId !== null) return id === held.afterId ? 'below' : null
  return id === timeline[0]?.id ? 'above' : null
}

/** Null for anything inside a row. */
const idOfRow = (target: EventTarget | null): TimelineEventId | null =>
  target instanceof HTMLElement ? ((target.dataset.event as TimelineEventId | undefined) ?? null) : null // the row writes its own id there
