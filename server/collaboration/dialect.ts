import { MessageType, type WebSocketLike } from '@hocuspocus/server'
import type { WebSocket } from 'ws'

/** How the program at the other end speaks. Whatever it is, the sync library hears the same. */
export type Dialect = {
  /** What the sync library talks to. */
  line: WebSocketLike
  /** Said for a program that cannot ask for its documents by itself. */
  opening: readonly Uint8Array[]
  /** A message as the sync library reads it; null for one that this kind of program never sends. */
  read: (data: Buffer) => Uint8Array | null
  /** A sign of life, and nothing that anyone needs to hear. */
  isPong: (data: Buffer) => boolean
  /** Makes the other end say something. */
  ping: () => void
}

/** A page answers a ping with this one byte; neither names a document. */
const PING = Uint8Array.of(MessageType.Ping)

/** A page of ours speaks the library's own protocol. */
export const speakAsPages = (socket: WebSocket): Dialect => ({
  line: socket,
  opening: [],
  read: (data) => data,
  isPong: (data) => data.length === 1 && data[0] === MessageType.Pong,
  ping: () => socket.send(PING),
})
