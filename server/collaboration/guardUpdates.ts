import {
  type Connection,
  type Document,
  type Extension,
  isTransactionOrigin,
  OutgoingMessage,
} from '@hocuspocus/server'
import { messageYjsSyncStep1, messageYjsSyncStep2 } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Clock } from '../../shared/clock.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { Limits } from '../limits.ts'
import type { ContentWriters } from './contentWriters.ts'
import { createDocumentRoom } from './documentRoom.ts'
import { hangUp, isHungUp } from './hangUp.ts'
import type { NoteChanges } from './noteChanges.ts'
import { bringsNews, isNew, readChanges } from './readChanges.ts'
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

/** The message under way, until it is applied. */
type Expected = {
  /** Where each client's clock must then stand. */
  ends: Map<number, number>
  isAnswer: boolean
  onApplied: (() => void) | null
  postmortemId: PostmortemId
  /** Whose connection it came from; null where it brings what somebody else is known to have written. */
  by: PersonId | null
  since: number
}

type GuardDependencies = {
  writers: ContentWriters
  keptOut: KeptOut
  changes: Pick<NoteChanges, 'note'>
  limits: Limits
  clock: Clock
}

/** Looks at every change before it is applied, and makes sure afterwards that all of it was. */
export function guardUpdates({
  writers,
  keptOut,
  changes: noted,
  limits,
  clock,
}: GuardDependencies): Extension<DocumentContext> {
  const expectedByConnection = new WeakMap<Connection, Expected>()
  const metByConnection = new WeakMap<Connection, Set<number>>()
  const room = createDocumentRoom(limits.documentBytes, clock)
  /** Whose additions found the document full. */
  const waitingForRoom = new WeakMap<Document, Set<Connection>>()

  const checkApplied = (document: Document, connection: GuardedConnection, transaction: Y.Transaction) => {
    const expected = expectedByConnection.get(connection)
    if (!expected) return
    expectedByConnection.delete(connection)
    noted.note(expected.postmortemId, transaction, expected.by)
    const { meters } = connection.context
    if (!meters.mergingMs(performance.now() - expected.since)) return hangUp(connection, 'tooMuch')
    if (document.store.pendingStructs || document.store.pendingDs) {
      // Kept, they would be merged again with every later one, and shipped to whoever joins.
      document.store.pendingStructs = null
      document.store.pendingDs = null
      const foundItFull = waitingForRoom.get(document)?.delete(connection)
      // A page that comes back sends one change after the other before it hears that the first of them was too early.
      if (keptOut.owing.has(connection) && !expected.isAnswer && !foundItFull) return
      if (!meters.gaps(1)) return hangUp(connection, 'malformedMessage')
      keptOut.owing.add(connection)
      return askForMissing(document, connection)
    }
    for (const [clientId, end] of expected.ends) {
      if (Y.getState(document.store, clientId) < end) return hangUp(connection, 'malformedMessage')
    }
    expected.onApplied?.()
    if (expected.isAnswer) settle(connection)
    if (expected.ends.size > 0) offerRoom(document)
  }
  /** Counts the client ids that are new to the document, each of them once: the first of its changes may be missing yet. */
  const meetWriters = (document: Document, connection: GuardedConnection, clientIds: number[]) => {
    const met = metByConnection.get(connection) ?? new Set()
    metByConnection.set(connection, met)
    const unmet = clientIds.filter((id) => Y.getState(document.store, id) === 0 && !met.has(id))
    if (unmet.length === 0) return true
    for (const id of unmet) met.add(id)
    return connection.context.meters.writers(unmet.length)
  }
  /** Only a whole answer settles: a later change may be complete by itself while an earlier one is still missing. */
  const settle = (connection: Connection) => {
    if (keptOut.owing.delete(connection)) keptOut.onSettled(connection)
  }
  const refuseForLackOfRoom = (document: Document, connection: GuardedConnection) => {
    connection.readOnly = true // for this message
    keptOut.owing.add(connection)
    const waiting = waitingForRoom.get(document) ?? new Set()
    waitingForRoom.set(document, waiting.add(connection))
    tellRefused(connection, 'documentFull')
  }
  /** Somebody's addition found room, so those of the others may. */
  const offerRoom = (document: Document) => {
    const waiting = waitingForRoom.get(document)
    if (!waiting) return
    waitingForRoom.delete(document)
    for (const connection of waiting)
      if (document.hasConnection(connection)) askForMissing(document, connection)
  }

  return {
    extensionName: 'guardUpdates',

    afterLoadDocument: async ({ document }) => {
      document.on('afterTransaction', (transaction: Y.Transaction) => {
        const { origin } = transaction
        if (isTransactionOrigin(origin) && origin.source === 'connection') {
          checkApplied(document, origin.connection, transaction)
        }
      })
    },

    beforeSync: async ({ type, payload, connection, document, context }) => {
      if (isHungUp(connection)) {
        connection.readOnly = true
        return
      }
      const { access, principal, meters } = context
      const since = performance.now()
      if (type === messageYjsSyncStep1) {
        if (!meters.stateRequests(1)) return hangUp(connection, 'tooMuch')
        if (!isReadable(() => Y.decodeStateVector(payload))) return hangUp(connection, 'malformedMessage')
        keptOut.owing.add(connection) // the library asks back for what this page has and the server has not
        return
      }
      const changes = readChanges(payload, document, limits.nestedLevels)
      if (!changes) return hangUp(connection, 'malformedMessage')
      if (!access || access.cannotWrite !== null || principal.as !== 'person') {
        const isNews = bringsNews(document, changes, payload)
        // The library is going to look once more.
        if (!meters.mergingMs(2 * (performance.now() - since))) return hangUp(connection, 'tooMuch')
        if (!isNews) return settle(connection)
        keptOut.refused.add(connection)
        return tellRefused(connection, access?.cannotWrite ?? 'readsOnly')
      }
      connection.readOnly = false
      const news = [...changes.ends.keys()].filter((id) => isNew(document, changes.ends, id))
      if (!meetWriters(document, connection, news)) return hangUp(connection, 'tooMuch')
      const kind = type === messageYjsSyncStep2 ? 'catchingUp' : 'typing'
      const kindOfNews = changes.ends.size === 1 ? kind : 'catchingUp'
      const { personId } = principal.person
      const { postmortemId } = access.name
      const mayWrite = news.length === 0 || writers.mayWrite(postmortemId, personId, news, kindOfNews)
      if (!mayWrite) return hangUp(connection, 'malformedMessage')
      if (news.length > 0 && !room.isRoomFor(document, payload.length)) {
        if (kind === 'catchingUp' && !meters.gaps(1)) return hangUp(connection, 'tooMuch')
        return refuseForLackOfRoom(document, connection)
      }
      const [typedAs] = kindOfNews === 'typing' ? news : []
      const onApplied = typedAs === undefined ? null : () => writers.typed(postmortemId, personId, typedAs)
      expectedByConnection.set(connection, {
        ends: changes.ends,
        isAnswer: type === messageYjsSyncStep2,
        onApplied,
        since,
        postmortemId,
        by: writers.mayBeBy(postmortemId, personId, news) ? personId : null,
      })
    },
  }
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
