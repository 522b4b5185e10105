import type { Clock } from '../../shared/clock.ts'
import type { CloseReason } from '../../shared/wire/closeCodes.ts'
import type { Principal } from '../people/principal.ts'
import type { Access } from './authorizeDocument.ts'
import { limits } from './limits.ts'
import { type TokenBucket, tokenBucket } from './tokenBucket.ts'

/** Who can be at the other end of a socket: the command line has none. */
export type SocketPrincipal = Exclude<Principal, { as: 'operator' }>

type Meter = 'messages' | 'bytes' | 'stateRequests' | 'attachments' | 'gaps'

/** What the server knows of one socket; its documents share it. */
export type SocketContext = {
  /** Stands in the log beside everything this socket caused. */
  socketId: string
  /** Closes the socket with all its documents. The page comes back by itself unless the reason is final. */
  hangUp: (reason: CloseReason) => void
  principal: SocketPrincipal
  meters: Record<Meter, TokenBucket>
  /** Names of ours it has used, so that each message need not be parsed for it. */
  knownNames: Set<string>
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

export const socketContext = (
  { socketId, hangUp, principal }: Pick<SocketContext, 'socketId' | 'hangUp' | 'principal'>,
  clock: Clock,
): SocketContext => ({
  socketId,
  hangUp,
  principal,
  knownNames: new Set(),
  closedDocuments: new Set(),
  line: { lastHeardAt: clock() },
  meters: {
    messages: tokenBucket(limits.messages, clock),
    bytes: tokenBucket(limits.bytes, clock),
    stateRequests: tokenBucket(limits.stateRequests, clock),
    attachments: tokenBucket(limits.attachments, clock),
    gaps: tokenBucket(limits.gaps, clock),
  },
})
