import { GripVertical } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { TimelineEventId } from '../../../shared/ids.ts'
import styles from './EventGrip.module.css'
import type { EventMove } from './useEventMove.ts'

type EventGripProps = { id: TimelineEventId; isTabStop: boolean; isHeld: boolean; move: EventMove }

/** Takes hold of an event: dragged, or pressed and then moved by arrows. */
export function EventGrip({ id, isTabStop, isHeld, move }: EventGripProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (!isHeld || (step === null && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (step === null) move.cancel()
    else move.step(step)
  }
  return (
    <button
      type="button"
      className={styles.grip}
      aria-label="Move this event"
      aria-pressed={isHeld}
      title="Drag to another place, or press and use the arrows"
      tabIndex={isTabStop ? 0 : -1}
      onPointerDown={(press) => move.drag(press, id)}
      onClick={() => (isHeld ? move.drop() : move.take(id))}
      onKeyDown={onKeyDown}
      onBlur={() => isHeld && move.cancel()}
    >
      <GripVertical size={14} aria-hidden="true" />
    </button>
  )
}
