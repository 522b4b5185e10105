import * as Y from 'yjs'
import type { AgendaItemId } from '../ids.ts'
import { compareContent } from './compareContent.ts'
import { type ContentCopy, copyContent, storedRecordsOf } from './contentCopy.ts'
import { type EditOrigin, impactOf, incidentOf, summaryOf } from './contentDoc.ts'
import { describeIncident, readIncident } from './incident.ts'
import { notesOf } from './notes.ts'
import { isSame } from './notesCopy.ts'
import type { RecordRoot } from './place.ts'
import { storedRecord } from './records.ts'
import { restoreNotes } from './restoreNotes.ts'
import { replaceText } from './typeInto.ts'

/**
 * Makes readers see the content as the copy has it, by edits like anybody's: what is equal stays untouched, so that open
 * editors and others' undo live on, and nothing of the document's past is lost. In one transaction, to be undone as one.
 */
export function restoreContent(doc: Y.Doc, wanted: ContentCopy, origin: EditOrigin): void {
  const now = copyContent(doc)
  doc.transact(() => {
    for (const { place } of compareContent(wanted, now)) {
      const [root = '', id = ''] = place.split('/')
      if (root === 'incident') restoreIncident(doc, wanted, origin)
      else if (root === 'summary') replaceText(summaryOf(doc), wanted.summary)
      else if (root === 'impact') replaceText(impactOf(doc), wanted.impact)
      else if (root === 'notes') {
        const nodes = wanted.notes.find(({ itemId }) => itemId === id)?.nodes ?? []
        restoreNotes(notesOf(doc, id as AgendaItemId), nodes) // the comparison has it from the notes’ own ids
      } else if (isRecordRoot(root)) {
        restoreRecord(doc, root, id, recordIn(wanted, root, id), recordIn(now, root, id))
      }
    }
  }, origin)
}

/** What people type into together; every other field is a plain value. */
const textFields: Record<RecordRoot, readonly string[]> = {
  timeline: ['text'],
  cards: ['text'],
  actionItems: ['outcome', 'verification', 'path'],
  roleHolders: [],
  preparationMarks: [],
  metricSeries: [],
  attachments: [],
}

const isRecordRoot = (root: string): root is RecordRoot => Object.hasOwn(textFields, root)

type Fields = Readonly<Record<string, unknown>>

function recordIn(copy: ContentCopy, root: RecordRoot, id: string): Fields | null {
  const records: readonly ({ id: string } & Fields)[] = copy[root]
  const found = records.find((record) => record.id === id)
  if (!found) return null
  const { id: _, ...fields } = found
  return fields
}

function restoreRecord(
  doc: Y.Doc,
  root: RecordRoot,
  id: string,
  wanted: Fields | null,
  now: Fields | null,
): void {
  const records = storedRecordsOf(doc, root)
  const stored = storedRecord(records, id)
  if (!wanted) {
    records.delete(id)
    return
  }
  if (!stored || !now) {
    const fields = Object.entries(wanted).map(
      ([field, value]) => [field, newValue(root, field, value)] as const,
    )
    records.set(id, new Y.Map<unknown>(fields))
    return
  }
  for (const [field, value] of Object.entries(wanted)) {
    if (isSame(value, now[field])) continue
    const standing = stored.get(field)
    if (standing instanceof Y.Text && typeof value === 'string') replaceText(standing, value)
    else stored.set(field, newValue(root, field, value))
  }
}

const newValue = (root: RecordRoot, field: string, value: unknown): unknown =>
  textFields[root].includes(field) ? new Y.Text(String(value)) : value

function restoreIncident(doc: Y.Doc, { incident }: ContentCopy, origin: EditOrigin): void {
  const { times, ...fields } = incident ?? { times: null }
  for (const [field, value] of Object.entries(fields)) {
    if (!isSame(incidentOf(doc).get(field), value)) incidentOf(doc).set(field, value)
  }
  const now = readIncident(doc)?.times
  const changed = Object.entries(times ?? {}).filter(
    ([name, value]) => !isSame(value, Reflect.get(now ?? {}, name)),
  )
  describeIncident(doc, { times: Object.fromEntries(changed) }, origin)
}
