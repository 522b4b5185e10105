import { useMemo } from 'react'
import {
  describeTimelineEvent,
  describeTimelineEvents,
  removeTimelineEvent,
  type TimelineEvent,
} from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { stepInOrder } from '../../../shared/timeline/stepInOrder.ts'
import { useHorizon } from '../../room/horizonView.tsx'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { announce } from '../../ui/liveRegions.ts'
import { showToast } from '../../ui/toasts.ts'
import type { EventSelection } from './useEventSelection.ts'

export type EventActions = {
  /** Null leaves the text. */
  edit: (id: TimelineEventId | null) => void
  setHorizon: (at: number) => void
  setKind: (id: TimelineEventId, kind: TimelineEvent['kind']) => void
  remove: (id: TimelineEventId) => void
  /** One place up or down, among those of which the times do not say which came first. */
  step: (id: TimelineEventId, step: 1 | -1) => void
  select: EventSelection['toggle']
}

/** What can be done with one event; the same object as long as the room is the same, so that rows stay memoised. */
export function useEventActions(edit: EventActions['edit'], select: EventActions['select']): EventActions {
  const room = useRoom()
  const { set } = useHorizon()
  return useMemo(() => {
    const { contentDoc, origin } = room
    return {
      edit,
      setHorizon: set,
      setKind: (id, kind) => describeTimelineEvent(contentDoc, id, { kind }, origin),
      remove: (id) => {
        const remove = () => removeTimelineEvent(contentDoc, id, origin)
        showToast('Event removed', { onUndo: reversibly(room, remove) })
      },
      step: (id, step) => {
        const edits = stepInOrder(room.timeline.read(), id, step)
        if (edits.length === 0) return announce('The times say which came first. Change the time to move it')
        room.undo.stopCapturing()
        describeTimelineEvents(contentDoc, edits, origin)
        announce(step === 1 ? 'Moved down' : 'Moved up')
      },
      select,
    }
  }, [room, set, edit, select])
}
