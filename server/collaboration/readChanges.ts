import * as Y from 'yjs'
import { isTooDeep } from './nesting.ts'

export type Changes = {
  /** By client id, the clock after the last change. */
  ends: Map<number, number>
  hasDeletions: boolean
}

/** Null for an update Yjs cannot read, or one that holds what it could not bear. */
export function readChanges(update: Uint8Array, doc: Y.Doc, mostLevels: number): Changes | null {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    if (isTooDeep(structs, doc, mostLevels)) return null
    const ends = new Map<number, number>()
    for (const { id, length } of structs)
      ends.set(id.client, Math.max(ends.get(id.client) ?? 0, id.clock + length))
    return { ends, hasDeletions: ds.clients.size > 0 }
  } catch {
    return null
  }
}

export const isNew = (doc: Y.Doc, ends: Map<number, number>, clientId: number) =>
  (ends.get(clientId) ?? 0) > Y.getState(doc.store, clientId)

export function bringsNews(doc: Y.Doc, changes: Changes, update: Uint8Array): boolean {
  if ([...changes.ends.keys()].some((id) => isNew(doc, changes.ends, id))) return true
  return changes.hasDeletions && !Y.snapshotContainsUpdate(Y.snapshot(doc), update)
}
