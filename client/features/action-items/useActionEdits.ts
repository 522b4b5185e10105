import { useMemo } from 'react'
import {
  addActionItem,
  describeActionItem,
  moveActionItem,
  removeActionItem,
} from '../../../shared/content/actionItems.ts'
import type { ActionItemId, CardId } from '../../../shared/ids.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { newId, type Room } from '../../room/room.ts'
import { showToast } from '../../ui/toasts.ts'

export type ActionChange = Parameters<typeof describeActionItem>[2]

/** What a person does with actions, each a step of its own for undo. */
export function useActionEdits() {
  const room = useRoom()
  return useMemo(() => actionEdits(room), [room])
}

function actionEdits(room: Room) {
  const { contentDoc, origin, undo, me, now } = room
  return {
    /** Answers the id of the new action, so that its outcome can take the focus. */
    add: (findingId: CardId | null = null): ActionItemId => {
      undo.stopCapturing()
      const id = newId<ActionItemId>()
      const by = me?.personId ?? null
      addActionItem(contentDoc, { id, outcome: '', by, createdAt: now(), findingId }, origin)
      return id
    },
    describe: (id: ActionItemId, change: ActionChange) => {
      undo.stopCapturing()
      describeActionItem(contentDoc, id, change, origin)
    },
    move: (id: ActionItemId, afterId: ActionItemId | null) => {
      undo.stopCapturing()
      moveActionItem(contentDoc, id, afterId, origin)
    },
    remove: (id: ActionItemId, said: 'aloud' | 'quietly' = 'aloud') => {
      const takeBack = reversibly(room, () => removeActionItem(contentDoc, id, origin))
      if (said === 'aloud') showToast('Action removed', { onUndo: takeBack })
    },
  }
}
