import { useState } from 'react'
import {
  describeTimelineEvents,
  type EventChange,
  removeTimelineEvents,
  type TimelineEvent,
} from '../../../shared/content/timeline.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { BulkDialog } from './BulkDialog.tsx'
import styles from './SelectionBar.module.css'
import type { EventSelection } from './useEventSelection.ts'

/** What can be done with several events at once, each with one way back. */
export function SelectionBar({ selection }: { selection: EventSelection }) {
  const room = useRoom()
  const [isChanging, setChanging] = useState(false)
  const { events, clear } = selection
  if (events.length === 0) return null
  const which = events.length === 1 ? 'one event' : `${events.length} events`
  const change = (changeOf: (event: TimelineEvent) => EventChange) => {
    const edits = events.map((event) => ({ id: event.id, change: changeOf(event) }))
    const onUndo = reversibly(room, () => describeTimelineEvents(room.contentDoc, edits, room.origin))
    showToast(`Changed ${which}`, { onUndo })
  }
  const remove = () => {
    const ids = events.map(({ id }) => id)
    const onUndo = reversibly(room, () => removeTimelineEvents(room.contentDoc, ids, room.origin))
    showToast(`Removed ${which}`, { onUndo })
    clear()
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selected events">
      <span className={styles.count}>{events.length} selected</span>
      <Button size="sm" onClick={() => setChanging(true)}>
        Change…
      </Button>
      <Button size="sm" onClick={remove}>
        Remove
      </Button>
      <Button size="sm" kind="quiet" onClick={clear}>
        Clear
      </Button>
      {isChanging && <BulkDialog which={which} onChange={change} onClose={() => setChanging(false)} />}
    </div>
  )
}
