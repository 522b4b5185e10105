import type { DatabaseSync } from 'node:sqlite'
import type { Document, Extension } from '@hocuspocus/server'
import * as Y from 'yjs'
import { incidentOf, migrateContent } from '../../shared/content/contentDoc.ts'
import { readIncident, toldOf } from '../../shared/content/incident.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { parseDocumentName } from '../../shared/wire/documentNames.ts'
import { newestCheckpoint } from '../history/checkpointRows.ts'
import type { ContentLog } from './contentLog.ts'
import { readContentRows, type StoredContent } from './contentRows.ts'
import type { ContentWriters } from './contentWriters.ts'
import type { NoteChanges } from './noteChanges.ts'
import { COMPACT_ABOVE_BYTES } from './pace.ts'
import type { DocumentContext } from './socketContext.ts'
import { tell } from './tell.ts'

/** What is in the log of a loaded document. */
type Kept = {
  /** Of the newest update, applied in memory and appended. */
  sequence: number
  snapshotBytes: number
  /** Of the updates since the snapshot. */
  logBytes: number
  /** A record could not be read: the rows are the only evidence left, so no snapshot may replace them. */
  isDamaged: boolean
}

const newerContent = {
  reason:
    'This postmortem was written by a newer Candor. Nothing was changed. Update this server to open it.',
}

/** Loads a content document from the log and appends every change to it, before the change is acknowledged. */
export function keepContent({
  database,
  contentLog,
  writers,
  changes,
  report,
}: {
  database: DatabaseSync
  contentLog: ContentLog
  writers: ContentWriters
  changes: Pick<NoteChanges, 'opened'>
  report: (error: unknown) => void
}): Extension<DocumentContext> {
  const keptByDocument = new WeakMap<Document, Kept>()

  const compact = (document: Document, postmortemId: PostmortemId, kept: Kept) => {
    if (kept.isDamaged || kept.logBytes === 0) return
    const bytes = Y.encodeStateAsUpdate(document)
    kept.snapshotBytes = bytes.length
    kept.logBytes = 0
    contentLog.compact({ postmortemId, sequence: kept.sequence, bytes })
  }

  return {
    extensionName: 'keepContent',

    onLoadDocument: async ({ document, documentName }) => {
      const name = parseDocumentName(documentName)
      if (name?.kind !== 'content') return
      const { postmortemId } = name
      const stored = readOrDestroy(document, () => readContentRows(database, postmortemId))
      const { isDamaged } = applyStored(document, stored, report)
      writers.known(postmortemId, stored.writers)
      changes.opened(
        document,
        readOrDestroy(document, () => newestCheckpoint(database, postmortemId)),
      )
      const kept: Kept = {
        sequence: stored.sequence,
        snapshotBytes: stored.snapshot?.length ?? 0,
        logBytes: stored.updates.reduce((sum, { length }) => sum + length, 0),
        isDamaged,
      }
      keptByDocument.set(document, kept)
      document.on('update', (bytes: Uint8Array) => {
        kept.sequence++
        const wasSmall = kept.logBytes <= Math.max(COMPACT_ABOVE_BYTES, kept.snapshotBytes / 2)
        kept.logBytes += bytes.length
        contentLog.append({ postmortemId, sequence: kept.sequence, bytes })
        const isLarge = kept.logBytes > Math.max(COMPACT_ABOVE_BYTES, kept.snapshotBytes / 2)
        if (wasSmall && isLarge) setImmediate(compact, document, postmortemId, kept)
      })
      incidentOf(document).observe(() => {
        const incident = readIncident(document)
        if (incident) contentLog.list({ postmortemId, ...toldOf(incident) })
      })
      if (!migrateContent(document)) {
        document.destroy()
        throw newerContent
      }
    },

    connected: async ({ connection }) => {
      if (keptByDocument.get(connection.document)?.isDamaged) tell(connection, { type: 'damaged' })
    },

    /** The library unloads only after this: nothing that is not on disk is forgotten. */
    beforeUnloadDocument: async ({ document, documentName }) => {
      const name = parseDocumentName(documentName)
      const kept = keptByDocument.get(document)
      if (!name || !kept) return
      await new Promise<void>((resolve) => contentLog.whenStored(name.postmortemId, resolve))
      if (document.getConnectionsCount() === 0) compact(document, name.postmortemId, kept)
    },
  }
}

/** The library leaves a document that did not load behind, timer and all. */
function readOrDestroy<Value>(document: Document, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    document.destroy()
    throw error
  }
}

/** In one transaction: one by one is four times slower, and merging them first a thousand times. */
export function applyStored(
  doc: Y.Doc,
  { snapshot, updates }: StoredContent,
  report: (error: unknown) => void,
): { isDamaged: boolean } {
  let isDamaged = false
  doc.transact(() => {
    for (const bytes of snapshot ? [snapshot, ...updates] : updates) {
      try {
        Y.applyUpdate(doc, bytes)
      } catch (error) {
        isDamaged = true
        report(new Error('A stored change cannot be read and was left out.', { cause: error }))
      }
    }
  })
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    isDamaged = true
    doc.store.pendingStructs = null
    doc.store.pendingDs = null
    report(new Error('Stored changes were left out: what they build on is missing.'))
  }
  return { isDamaged }
}
