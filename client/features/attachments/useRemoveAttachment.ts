import { type Attachment, removeAttachment } from '../../../shared/content/attachments.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { showToast } from '../../ui/toasts.ts'

export function useRemoveAttachment(): (attachment: Attachment) => void {
  const room = useRoom()
  return ({ id, name }) => {
    const remove = () => removeAttachment(room.contentDoc, id, room.origin)
    showToast(`${name} removed.`, { onUndo: reversibly(room, remove) })
  }
}
