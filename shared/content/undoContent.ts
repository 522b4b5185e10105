import * as Y from 'yjs'
import { storedRecordsOf } from './contentCopy.ts'
import type { EditOrigin } from './contentDoc.ts'
import { recordRoots } from './place.ts'

/**
 * Undo and redo of what was edited with this origin, in the whole document. A record that somebody else has written
 * into since stays, with their words: taking back what one did takes nothing from others.
 */
export const undoOf = (doc: Y.Doc, origin: EditOrigin, captureTimeout = 500): Y.UndoManager =>
  new Y.UndoManager(doc, {
    trackedOrigins: new Set([origin]),
    captureTimeout,
    deleteFilter: (item) => {
      const record = recordBegunWith(doc, item)
      return record === null || !isWrittenByOthers(record, doc.clientID)
    },
  })

type StoredRecord = Pick<Y.Map<unknown>, '_map'>

/** The record this item began, or the one it gave its first value of a field; null for any other item. */
function recordBegunWith(doc: Y.Doc, { parent, content, left }: Y.Item): StoredRecord | null {
  const isRoot = (type: unknown) => recordRoots.some((root) => storedRecordsOf(doc, root) === type)
  if (isRoot(parent)) return content instanceof Y.ContentType ? content.type : null
  if (!(parent instanceof Y.Map) || left !== null) return null
  return isRoot(parent._item?.parent) ? parent : null
}

function isWrittenByOthers(record: StoredRecord, ownId: number): boolean {
  return [...record._map.values()].some((field) => {
    if (field.deleted) return false
    if (field.id.client !== ownId) return true
    let part = field.content instanceof Y.ContentType ? field.content.type._start : null
    while (part && (part.deleted || part.id.client === ownId)) part = part.right
    return part !== null
  })
}
