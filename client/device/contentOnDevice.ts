import * as idb from 'lib0/indexeddb'
import { IndexeddbPersistence, storeState } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { contentDocumentName } from '../../shared/wire/documentNames.ts'
import { keptPrefixOf } from './keptValue.ts'

export type ContentOnDevice = {
  /** Once all the device holds has been read into the document; false if this browser keeps nothing. */
  whenRead: Promise<boolean>
  close: () => void
  /** Stops keeping and forgets what was kept. The document itself stays as it is. */
  clear: () => Promise<void>
}

const nameOf = (me: PersonId, id: PostmortemId) => keptPrefixOf(me) + id

/** Whether a transaction brought what this device had kept. */
export const isFromDevice = (origin: unknown): boolean => origin instanceof IndexeddbPersistence

/** Keeps a document in this browser, under the person's name: what somebody wrote is theirs to send. */
export function keepContentOnDevice(me: PersonId, id: PostmortemId, doc: Y.Doc): ContentOnDevice {
  let kept: IndexeddbPersistence | null = null
  let isClosed = false
  const read = async () => {
    if (!(await isAllowed())) return false
    if (isClosed) return false
    kept = new IndexeddbPersistence(nameOf(me, id), doc)
    await kept.whenSynced
    await takeOverNameless(id, doc, kept)
    return true
  }
  const whenRead = read()
  const close = () => {
    isClosed = true
    void kept?.destroy()
  }
  return {
    whenRead,
    close,
    clear: async () => {
      const isKept = await whenRead
      close()
      if (isKept) await emptyDatabase(nameOf(me, id))
    },
  }
}

/** Documents were once kept without a person's name. Whoever opens one first is who wrote it: there were no others. */
async function takeOverNameless(id: PostmortemId, doc: Y.Doc, kept: IndexeddbPersistence): Promise<void> {
  const name = contentDocumentName(id)
  const known = await indexedDB.databases?.()
  if (!known?.some((database) => database.name === name)) return
  const nameless = new IndexeddbPersistence(name, doc)
  await nameless.whenSynced
  await storeState(kept)
  await nameless.clearData()
}

/** Private windows and strict settings refuse it, some of them only when it is asked for. */
async function isAllowed(): Promise<boolean> {
  try {
    const database = await idb.openDB('candor', () => {})
    database.close()
    return true
  } catch {
    return false
  }
}

/** Emptied and not deleted: deleting waits until every other tab has closed it. */
async function emptyDatabase(name: string): Promise<void> {
  const database = await idb.openDB(name, () => {})
  const stores = [...database.objectStoreNames]
  if (stores.length > 0) {
    const emptying = database.transaction(stores, 'readwrite')
    for (const store of stores) emptying.objectStore(store).clear()
    await new Promise((done, failed) => {
      emptying.oncomplete = done
      emptying.onabort = failed
    })
  }
  database.close()
}

/** Every document kept under this person's name. */
export async function clearContentOf(me: PersonId): Promise<void> {
  try {
    const known = (await indexedDB.databases?.()) ?? []
    for (const { name } of known) {
      if (!name?.startsWith(keptPrefixOf(me))) continue
      await emptyDatabase(name)
      void idb.deleteDB(name)
    }
  } catch {
    // this browser keeps nothing
  }
}
