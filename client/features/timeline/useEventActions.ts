import { useMemo } from 'react'
import {
  describeTimelineEvent,
  removeTimelineEvent,
  type TimelineEvent,
} from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { useHorizon } from '../../room/horizonView.tsx'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { showToast } from '../../ui/toasts.ts'

export type EventActions = {
  /** Null leaves the text. */
  edit: (id: TimelineEventId | null) => void
  setHorizon: (at: number) => void
  setKind: (id: TimelineEventId, kind: TimelineEvent['kind']) => void
  remove: (id: TimelineEventId) => void
}

/** What can be done with one event; the same object as long as the room is the same, so that rows stay memoised. */
export function useEventActions(edit: EventActions['edit']): EventActions {
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
    }
  }, [room, set, edit])
}
