import { undoOf } from '../../shared/content/undoContent.ts'
import type { Room } from './room.ts'

/**
 * Makes one edit and answers how to take back just this one, whatever was edited since. The edit stays
 * in the person's own undo as well.
 */
export function reversibly(
  { contentDoc, origin, undo }: Pick<Room, 'contentDoc' | 'origin' | 'undo'>,
  edit: () => void,
): () => void {
  undo.stopCapturing()
  const ofThisEdit = undoOf(contentDoc, origin)
  edit()
  undo.stopCapturing()
  ofThisEdit.destroy() // it listens no longer, and still knows the one edit it heard
  return () => void ofThisEdit.undo()
}
