import * as Y from 'yjs'
import type { StoredRecords } from '../../shared/content/contentDoc.ts'
import type { Room } from './room.ts'

/**
 * Makes one edit of `records` and answers how to take back just this one, whatever was edited since. The edit stays
 * in the person's own undo as well.
 */
export function reversibly(
  { origin, undo }: Pick<Room, 'origin' | 'undo'>,
  records: StoredRecords,
  edit: () => void,
): () => void {
  undo.stopCapturing()
  const ofThisEdit = new Y.UndoManager(records, { trackedOrigins: new Set([origin]) })
  edit()
  undo.stopCapturing()
  ofThisEdit.destroy() // it listens no longer, and still knows the one edit it heard
  return () => void ofThisEdit.undo()
}
