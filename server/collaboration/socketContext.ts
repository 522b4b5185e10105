import type { Clock } from '../../shared/clock.ts'
import type { RefusalReason } from '../../shared/meeting/refusals.ts'
import type { CloseReason } from '../../shared/wire/closeCodes.ts'
import type { Principal } from '../people/principal.ts'
import type { Admitted } from './admitSocket.ts'
import type { Access } from './authorizeDocument.ts'
import type { Meters } from './visitorBook.ts'

/** Who can be at the other end of a socket: the command line has none. */
export type SocketPrincipal = Exclude<Principal, { as: 'operator' }>

/** What the server knows of one socket; its documents share it. */
export type SocketContext = {
  /** Stands in the log beside everything this socket caused. */
  socketId: string
  /** Closes the socket with all its documents. The page comes back by itself unless the reason is final. */
  hangUp: (reason: CloseReason) => void
  principal: SocketPrincipal
  /** Shared with the person's other sockets. */
  meters: Meters
  /** Why nothing may be written on this socket, whoever is at its other end; null if it may. */
  cannotWrite: RefusalReason | null
  /** Names of ours it has used, so that each message need not be parsed for it. */
  knownNames: Set<string>
  /** Names of documents it asked to open and was not denied. */
  askedFor: Set<string>
  /**
   * Names of documents the server closed on this socket. A page that lets go of one before it attaches again says so,
   * and that message must not end the new attachment.
   */
  closedDocuments: Set<string>
  /** When the other end last said anything. One object for all documents of the socket, which copy this context. */
  line: { lastHeardAt: number }
}

/** … and of one document on it, once opening it was allowed. */
export type DocumentContext = SocketContext & { access?: Access; attends?: boolean }

type OfSocket = Admitted & Pick<SocketContext, 'socketId' | 'hangUp' | 'meters'>

export const socketContext = (
  { principal, namesEditor, socketId, hangUp, meters }: OfSocket,
  clock: Clock,
): SocketContext => ({
  socketId,
  hangUp,
  principal,
  meters,
  // An editor that does not know a kind of content deletes it from what it opens.
  cannotWrite: namesEditor ? null : 'editorNotNamed',
  knownNames: new Set(),
  askedFor: new Set(),
  closedDocuments: new Set(),
  line: { lastHeardAt: clock() },
})
