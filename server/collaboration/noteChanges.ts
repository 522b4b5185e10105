import type * as Y from 'yjs'
import { type ContentPlace, contentPlace } from '../../shared/content/place.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { ContentChangeBy } from '../history/changeRows.ts'

export type NoteChanges = {
  /** The newest checkpoint there was when the document was loaded. */
  opened: (doc: Y.Doc, newestCheckpoint: number) => void
  /** Someone's message was applied; `by` is null where it may have brought what others wrote. */
  note: (postmortemId: PostmortemId, transaction: Y.Transaction, by: PersonId | null) => void
  /** What is changed from here on was changed after this checkpoint. */
  checkpointMade: (doc: Y.Doc, number: number) => void
}

/** Keeps who changed what between two checkpoints: once for each person and piece, not for each letter. */
export function createNoteChanges(add: (change: ContentChangeBy) => void): NoteChanges {
  const sinceByDoc = new WeakMap<Y.Doc, { checkpoint: number; noted: Set<string> }>()
  const startFrom = (doc: Y.Doc, checkpoint: number) => {
    sinceByDoc.set(doc, { checkpoint, noted: new Set() })
  }
  return {
    opened: startFrom,
    note: (postmortemId, transaction, by) => {
      const since = sinceByDoc.get(transaction.doc)
      if (!since) return // not a document of content
      for (const place of placesChanged(transaction)) {
        const key = `${by ?? ''} ${place}`
        if (since.noted.has(key)) continue
        since.noted.add(key)
        add({ postmortemId, afterCheckpoint: since.checkpoint, place, personId: by })
      }
    },
    checkpointMade: startFrom,
  }
}

/** The pieces of the content a transaction has touched. */
export function placesChanged({ doc, changed }: Y.Transaction): Set<ContentPlace> {
  const places = new Set<ContentPlace>()
  for (const [type, keys] of changed) {
    let root = type
    let recordId: string | null = null
    while (root._item) {
      recordId = root._item.parentSub
      root = root._item.parent as typeof type // of what is in the document, the parent is in it as well
    }
    const name = nameOfRoot(doc, root)
    const ids = root === type ? keys : [recordId]
    for (const id of ids) {
      const place = contentPlace.safeParse(placeNamed(name, id))
      if (place.success) places.add(place.data)
    }
  }
  return places
}

/** `cards` and a record’s id are `cards/<id>`; `notes.<id>` is `notes/<id>`; the summary is one place as a whole. */
function placeNamed(root: string, id: string | null): string {
  if (root.startsWith('notes.')) return `notes/${root.slice('notes.'.length)}`
  return id === null || root === 'incident' ? root : `${root}/${id}`
}

const nameByRoot = new WeakMap<object, string>()

function nameOfRoot(doc: Y.Doc, root: object): string {
  const known = nameByRoot.get(root)
  if (known !== undefined) return known
  const name = [...doc.share].find(([, type]) => type === root)?.[0] ?? ''
  nameByRoot.set(root, name)
  return name
}
