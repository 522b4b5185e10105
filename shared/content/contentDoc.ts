import type * as Y from 'yjs'

/** Raised when an older page would misread the document; the server then asks it to reload. 1: the first. */
export const CONTENT_SCHEMA = 1

/** Raised with every change of what the notes editor knows: an older editor deletes what it does not know. */
export const EDITOR_SCHEMA = 1

export type StoredRecords = Y.Map<unknown>

export const cardsOf = (doc: Y.Doc): StoredRecords => doc.getMap('cards')
export const timelineOf = (doc: Y.Doc): StoredRecords => doc.getMap('timeline')
export const actionItemsOf = (doc: Y.Doc): StoredRecords => doc.getMap('actionItems')
export const roleHoldersOf = (doc: Y.Doc): StoredRecords => doc.getMap('roleHolders')
export const preparationMarksOf = (doc: Y.Doc): StoredRecords => doc.getMap('preparationMarks')
export const metricSeriesOf = (doc: Y.Doc): StoredRecords => doc.getMap('metricSeries')
export const attachmentsOf = (doc: Y.Doc): StoredRecords => doc.getMap('attachments')
export const incidentOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('incident')
export const summaryOf = (doc: Y.Doc): Y.Text => doc.getText('summary')
export const impactOf = (doc: Y.Doc): Y.Text => doc.getText('impact')
const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta')

/** Zero for a document nobody has seeded yet. */
export function contentSchemaOf(doc: Y.Doc): number {
  const schema = metaOf(doc).get('schema')
  return typeof schema === 'number' ? schema : 0
}

export const markContentSchema = (doc: Y.Doc): void => {
  metaOf(doc).set('schema', CONTENT_SCHEMA)
}

/** From the version that is the key to the next one. Run by the server only, once, when it loads a document. */
const migrations: ReadonlyMap<number, (doc: Y.Doc) => void> = new Map()

/** Brings a document up to this program's schema. False if the document is newer than the program. */
export function migrateContent(doc: Y.Doc): boolean {
  const from = contentSchemaOf(doc)
  if (from > CONTENT_SCHEMA) return false
  if (from === 0 || from === CONTENT_SCHEMA) return true
  doc.transact(
    () => {
      for (let version = from; version < CONTENT_SCHEMA; version++) migrations.get(version)?.(doc)
      markContentSchema(doc)
    },
    { by: 'migration', toVersion: CONTENT_SCHEMA } satisfies EditOrigin,
  )
  return true
}

/**
 * Who made a change, as the origin of a Yjs transaction. Undo compares origins by identity, so a browser keeps one
 * object for as long as it is open. An origin never crosses the wire.
 */
export type EditOrigin =
  | { by: 'person'; personId: string }
  | { by: 'migration'; toVersion: number }
  | { by: 'import'; source: string }
