import * as Y from 'yjs'
import { type PresencePlace, presencePlace } from '../wire/presence.ts'
import { actionItemsOf, cardsOf, impactOf, type StoredRecords, summaryOf, timelineOf } from './contentDoc.ts'
import { notesItemOf, notesMarkdown, notesOf } from './notes.ts'
import { fieldsOf, storedRecord } from './records.ts'

type RecordPlace = Extract<PresencePlace['in'], 'card' | 'timelineEvent' | 'action'>

const recordsIn: Record<RecordPlace, (doc: Y.Doc) => StoredRecords> = {
  card: cardsOf,
  timelineEvent: timelineOf,
  action: actionItemsOf,
}
const recordPlaces = Object.keys(recordsIn) as RecordPlace[] // the keys of a literal

/** Where a transaction changed something, each place once. What is none of ours is left out. */
export function placesChanged({ doc, changed }: Y.Transaction): PresencePlace[] {
  const found = new Map<string, PresencePlace>()
  const add = (place: { in: string; id: unknown }) => {
    const parsed = presencePlace.safeParse(place)
    if (parsed.success) found.set(`${place.in} ${place.id}`, parsed.data)
  }
  // Asking for a root by its kind replaces one that came from elsewhere and nobody has asked for yet.
  const names = new Map([...doc.share].map(([name, type]) => [type as unknown, name]))
  for (const [type, keys] of changed) {
    const { outermost, key } = rootOf(type)
    const name = names.get(outermost) ?? ''
    const isRoot = (root: unknown) => root === doc.share.get(name)
    const kind = recordPlaces.find((kind) => isRoot(recordsIn[kind](doc)))
    if (kind) for (const id of key === null ? keys : [key]) add({ in: kind, id })
    else if (isRoot(summaryOf(doc))) add({ in: 'prose', id: 'summary' })
    else if (isRoot(impactOf(doc))) add({ in: 'prose', id: 'impact' })
    else add({ in: 'notes', id: notesItemOf(name) })
  }
  return [...found.values()]
}

type SharedType = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never

/** `key`: under which of the root's keys the type lies; null for the root itself. */
function rootOf(type: SharedType): { outermost: unknown; key: string | null } {
  let outermost = type
  let key: string | null = null
  while (outermost._item) {
    key = outermost._item.parentSub
    outermost = outermost._item.parent as SharedType // an integrated item lies in a type
  }
  return { outermost, key }
}

/** What people wrote at a place, as plain text or Markdown. Empty if it is gone, or holds no text. */
export function textAt(doc: Y.Doc, place: PresencePlace): string {
  switch (place.in) {
    case 'notes':
      return notesMarkdown(notesOf(doc, place.id))
    case 'prose':
      return (place.id === 'summary' ? summaryOf(doc) : impactOf(doc)).toString()
    default: {
      const stored = storedRecord(recordsIn[place.in](doc), place.id)
      return stored ? textsOf(stored).join('\n') : ''
    }
  }
}

const textsOf = (stored: Y.Map<unknown>): string[] => {
  const fields = fieldsOf(stored)
  return [...stored.entries()].flatMap(([field, value]) =>
    value instanceof Y.Text && fields[field] !== '' ? String(fields[field]) : [],
  )
}
