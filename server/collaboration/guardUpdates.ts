import {
  type Connection,
  type Document,
  type Extension,
  isTransactionOrigin,
  OutgoingMessage,
} from '@hocuspocus/server'
import { messageYjsSyncStep1, messageYjsSyncStep2 } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { ContentWriters } from './contentWriters.ts'
import { hangUp, isHungUp } from './hangUp.ts'
import { limits } from './limits.ts'
import type { DocumentContext } from './socketContext.ts'
import { tellRefused } from './tell.ts'

type GuardedConnection = Connection<DocumentContext>

/** What kept a connection's changes out of the document, so that nobody calls them stored. */
export type KeptOut = {
  /** Connections that were asked for all they have and have not answered: something before their last change may be missing. */
  owing: WeakSet<Connection>
  /** Connections that wrote although they may only read. */
  refused: WeakSet<Connection>
  /** Called when an owing connection has brought what was missing. */
  onSettled: (connection: Connection) => void
}

/** Looks at every change before it is applied, and makes sure afterwards that all of it was. */
export function guardUpdates(writers: ContentWriters, keptOut: KeptOut): Extension<DocumentContext> {
  const expectedByConnection = new WeakMap<Connection, Expected>()

  const checkApplied = (document: Document, connection: GuardedConnection) => {
    const expected = expectedByConnection.get(connection)
    if (!expected) return
    expectedByConnection.delete(connection)
    if (document.store.pendingStructs || document.store.pendingDs) {
      // Kept, they would be merged again with every later one, and shipped to whoever joins.
      document.store.pendingStructs = null
      document.store.pendingDs = null
      // A page that comes back sends one change after the other before it hears that the first of them was too early.
      if (keptOut.owing.has(connection) && !expected.isAnswer) return
      if (!connection.context.meters.gaps(1)) return hangUp(connection, 'malformedMessage')
      keptOut.owing.add(connection)
      return askForMissing(document, connection)
    }
    for (const [clientId, end] of expected.ends) {
      if (Y.getState(document.store, clientId) < end) return hangUp(connection, 'malformedMessage')
    }
    expected.onApplied?.()
    if (expected.isAnswer) settle(connection)
  }
  /** Only a whole answer settles: a later change may be complete by itself while an earlier one is still missing. */
  const settle = (connection: Connection) => {
    if (keptOut.owing.delete(connection)) keptOut.onSettled(connection)
  }

  return {
    extensionName: 'guardUpdates',

    afterLoadDocument: async ({ document }) => {
      document.on('afterTransaction', ({ origin }: Y.Transaction) => {
        if (isTransactionOrigin(origin) && origin.source === 'connection') {
          checkApplied(document, origin.connection)
        }
      })
    },

    beforeSync: async ({ type, payload, connection, document, context }) => {
      if (isHungUp(connection)) {
        connection.readOnly = true
        return
      }
      if (type === messageYjsSyncStep1) {
        if (!context.meters.stateRequests(1)) return hangUp(connection, 'tooMuch')
        if (!isReadable(() => Y.decodeStateVector(payload))) return hangUp(connection, 'malformedMessage')
        keptOut.owing.add(connection) // the library asks back for what this page has and the server has not
        return
      }
      if (payload.length > limits.mostUpdateBytes) return hangUp(connection, 'tooMuch')
      const changes = readChanges(payload)
      if (!changes) return hangUp(connection, 'malformedMessage')
      const { access, principal } = context
      if (!access || access.cannotWrite !== null || principal.as !== 'person') {
        if (!bringsNews(document, changes, payload)) return settle(connection)
        keptOut.refused.add(connection)
        return tellRefused(connection, access?.cannotWrite ?? 'readsOnly')
      }
      const news = [...changes.ends.keys()].filter((id) => isNew(document, changes.ends, id))
      const kind = type === messageYjsSyncStep2 ? 'catchingUp' : 'typing'
      const kindOfNews = changes.ends.size === 1 ? kind : 'catchingUp'
      const { personId } = principal.person
      const { postmortemId } = access.name
      const mayWrite = news.length === 0 || writers.mayWrite(postmortemId, personId, news, kindOfNews)
      if (!mayWrite) return hangUp(connection, 'malformedMessage')
      const [typedAs] = kindOfNews === 'typing' ? news : []
      const onApplied = typedAs === undefined ? null : () => writers.typed(postmortemId, personId, typedAs)
      expectedByConnection.set(connection, {
        ends: changes.ends,
        isAnswer: type === messageYjsSyncStep2,
        onApplied,
      })
    },
  }
}

/** `ends`: where each client's clock must stand once the message under way is applied. */
type Expected = { ends: Map<number, number>; isAnswer: boolean; onApplied: (() => void) | null }

type Changes = { ends: Map<number, number>; hasDeletions: boolean }

/** Null for an update Yjs cannot read. `ends`: by client id, the clock after the last change. */
function readChanges(update: Uint8Array): Changes | null {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    const ends = new Map<number, number>()
    for (const { id, length } of structs)
      ends.set(id.client, Math.max(ends.get(id.client) ?? 0, id.clock + length))
    return { ends, hasDeletions: ds.clients.size > 0 }
  } catch {
    return null
  }
}

const isNew = (document: Document, ends: Map<number, number>, clientId: number) =>
  (ends.get(clientId) ?? 0) > Y.getState(document.store, clientId)

function bringsNews(document: Document, changes: Changes, update: Uint8Array): boolean {
  if ([...changes.ends.keys()].some((id) => isNew(document, changes.ends, id))) return true
  return changes.hasDeletions && !Y.snapshotContainsUpdate(Y.snapshot(document), update)
}

function askForMissing(document: Document, connection: Connection): void {
  const ask = new OutgoingMessage(connection.messageAddress)
    .createSyncMessage()
    .writeFirstSyncStepFor(document)
  connection.send(ask.toUint8Array())
}

function isReadable(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
