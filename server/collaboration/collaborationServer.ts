import type { DatabaseSync } from 'node:sqlite'
import { type Connection, Hocuspocus } from '@hocuspocus/server'
import * as Y from 'yjs'
import { copyContent } from '../../shared/content/contentCopy.ts'
import { migrateContent } from '../../shared/content/contentDoc.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { contentDocumentName } from '../../shared/wire/documentNames.ts'
import type { AttendanceBook } from '../meetings/attendanceBook.ts'
import { type Arrivals, measureEdits } from '../operating/measureEdits.ts'
import { type AccessDependencies, authorizeDocument } from './authorizeDocument.ts'
import type { Collaboration } from './collaboration.ts'
import { createContentLog, type StartLogThread } from './contentLog.ts'
import { readContentRows } from './contentRows.ts'
import { createContentWriters } from './contentWriters.ts'
import { durableBarrier } from './durableBarrier.ts'
import { guardHooks } from './guardHooks.ts'
import { guardUpdates, type KeptOut } from './guardUpdates.ts'
import { keepAttendance } from './keepAttendance.ts'
import { applyStored, keepContent } from './keepContent.ts'
import { createNoteChanges } from './noteChanges.ts'
import { CLOSE_DEADLINE_MS } from './pace.ts'
import { createMeetingPush } from './pushMeeting.ts'
import type { DocumentContext } from './socketContext.ts'
import { type DoorDependencies, openSocketDoor } from './socketDoor.ts'
import { stampPresence } from './stampPresence.ts'
import { startContentLogThread } from './startContentLogThread.ts'
import { tell } from './tell.ts'
import { type KeepLooking, lookEverySecond, watchAccess } from './watchAccess.ts'

export type CollaborationDependencies = DoorDependencies &
  AccessDependencies & {
    database: DatabaseSync
    databasePath: string
    attendance: AttendanceBook
    report: (error: unknown, socketId?: string) => void
    startThread?: StartLogThread
    keepLooking?: KeepLooking
  }

/** The library's own idle check would end pages that only watch; the heartbeat at the door does that work. */
const NEVER_MS = 2 ** 30

export function createCollaboration(dependencies: CollaborationDependencies): Collaboration {
  const { database, databasePath, log, reading, attendance, limits, clock, metrics, report } = dependencies
  const startThread = dependencies.startThread ?? startContentLogThread(databasePath)

  let toldOfTrouble = new WeakSet<Connection>()
  const tellTrouble = (connection: Connection) => {
    if (toldOfTrouble.has(connection)) return
    toldOfTrouble.add(connection)
    tell(connection, { type: 'notStored' })
  }
  const onTrouble = () => {
    toldOfTrouble = new WeakSet()
    for (const postmortemId of contentLog.troubled()) {
      const document = hocuspocus.documents.get(contentDocumentName(postmortemId))
      for (const connection of document?.getConnections() ?? []) tellTrouble(connection)
    }
  }
  const contentLog = createContentLog({ startThread, metrics, report, onTrouble })
  const writers = createContentWriters(contentLog.claim)
  const changes = createNoteChanges(contentLog.noteChange)
  const arrivals: Arrivals = new WeakMap()
  const keptOut: KeptOut = { owing: new WeakSet(), refused: new WeakSet(), onSettled: () => {} }

  const watch = watchAccess({
    log,
    reading,
    documents: () => hocuspocus.documents,
    clock,
    keepLooking: dependencies.keepLooking ?? lookEverySecond,
    report,
  })
  const push = createMeetingPush({ log, reading, attendance, clock, documents: () => hocuspocus.documents })

  /** In this order: who may open it; who they are; what they may change; what is kept; what they hear. */
  const extensions = [
    authorizeDocument({ log, reading }),
    watch.extension,
    stampPresence(),
    measureEdits(arrivals, metrics),
    guardUpdates({ writers, keptOut, changes, limits, clock }),
    keepContent({ database, contentLog, writers, changes, report }),
    durableBarrier({ contentLog, clock, keptOut, tellTrouble, tellMeeting: push.tellMeeting }),
    push.extension,
    keepAttendance(attendance, push.whenAttendanceChanges),
  ].map((extension) => guardHooks(extension, report))
  let onEmpty = () => {}
  extensions.push({
    afterUnloadDocument: async ({ instance }) => {
      if (instance.getDocumentsCount() === 0) onEmpty()
    },
  })
  const hocuspocus = new Hocuspocus<DocumentContext>({
    extensions,
    timeout: NEVER_MS,
    maxPendingDocuments: 4,
  })
  const door = openSocketDoor(hocuspocus, arrivals, dependencies)

  return {
    handleUpgrade: door.handleUpgrade,
    publishMeeting: push.publishMeeting,
    recheckAccess: () => {
      door.hangUpOnEnded()
      watch.recheckAll()
    },
    tellGuestsChanged: push.tellGuestsChanged,
    tellCommentsChanged: push.tellCommentsChanged,
    tellAnswersChanged: push.tellAnswersChanged,
    readContent: async (postmortemId) => readContent(postmortemId),
    keepCheckpoint: (due, readAt) => {
      const { postmortemId, number } = due
      const open = hocuspocus.documents.get(contentDocumentName(postmortemId))
      const json = JSON.stringify(copyContent(open ?? readContent(postmortemId)))
      contentLog.keepCheckpoint({ postmortemId, number, readAt, json })
      if (open) changes.checkpointMade(open, number)
      return new Promise((stored) => contentLog.whenStored(postmortemId, stored))
    },
    figures: () => {
      const { changes, bytes, ms } = contentLog.waiting()
      const rooms = [...hocuspocus.documents.keys()].filter((name) => name.startsWith('content.')).length
      return {
        ...door.figures(),
        rooms,
        waitingChanges: changes,
        waitingBytes: bytes,
        waitingSeconds: ms / 1_000,
      }
    },
    isTroubled: () => contentLog.troubled().size > 0,
    close: async () => {
      watch.stop()
      door.closeAll('shuttingDown')
      await Promise.race([whenEmpty(), passing(CLOSE_DEADLINE_MS)])
      door.terminateAll()
      await contentLog.close()
    },
  }

  function whenEmpty(): Promise<void> {
    if (hocuspocus.getDocumentsCount() === 0) return Promise.resolve()
    return new Promise((resolve) => {
      onEmpty = resolve
    })
  }

  function readContent(postmortemId: PostmortemId): Y.Doc {
    const copy = new Y.Doc()
    const open = hocuspocus.documents.get(contentDocumentName(postmortemId))
    if (open) Y.applyUpdate(copy, Y.encodeStateAsUpdate(open))
    else applyStored(copy, readContentRows(database, postmortemId), report)
    migrateContent(copy)
    return copy
  }
}

const passing = (delayMs: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, delayMs).unref()
  })
