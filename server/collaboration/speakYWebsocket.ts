import { MessageType } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'
import type { PostmortemId } from '../../shared/ids.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import { contentDocumentName, presenceDocumentName } from '../../shared/wire/documentNames.ts'
import { serverMessage } from '../../shared/wire/socketMessages.ts'
import type { Dialect } from './dialect.ts'

/** The protocol's own “permission denied”, which the stock client prints. */
const DENIED = 0
/** An awareness update about nobody. The stock client takes half a minute of silence for a lost line. */
const NOTHING_NEW = Uint8Array.of(MessageType.Awareness, 1, 0)

/**
 * The room as a stock y-websocket client knows rooms: one document with its awareness. Its text is the content document,
 * its awareness that of the presence document, so that a script stands among the faces under its own name. The messages
 * are the library's without the name in front.
 */
export function speakYWebsocket(
  socket: WebSocket,
  postmortemId: PostmortemId,
  { hasPresence }: { hasPresence: boolean },
): Dialect {
  const content = contentDocumentName(postmortemId)
  const presence = presenceDocumentName(postmortemId)

  const close = ({ code, reason }: { code: number; reason: string }) => socket.close(code, reason)
  const hear = (frame: Uint8Array) => {
    const decoder = decoding.createDecoder(frame)
    const isContent = decoding.readVarString(decoder) === content
    const rest = frame.subarray(decoder.pos)
    const type = decoding.readVarUint(decoder)
    switch (type) {
      case MessageType.Sync:
      case MessageType.SyncReply:
        if (isContent) socket.send(withType(MessageType.Sync, rest))
        return
      case MessageType.Awareness:
        if (!isContent) socket.send(rest)
        return
      case MessageType.Auth:
        if (isContent && decoding.readVarUint(decoder) === PERMISSION_DENIED) close(closeCodes.noSuchMeeting)
        return
      case MessageType.Stateless:
        return tellRefused(socket, decoding.readVarString(decoder))
      case MessageType.CLOSE:
        return close(closeCodes.comeAgain)
    }
  }

  return {
    line: {
      get readyState() {
        return socket.readyState
      },
      close: (code, reason) => socket.close(code, reason),
      send: (frame) => {
        if (frame instanceof Uint8Array) hear(frame)
      },
    },
    opening: [attachTo(content), ...(hasPresence ? [attachTo(presence)] : [])],
    read: (data) => {
      if (data[0] === MessageType.Sync) return named(content, data)
      return data[0] === MessageType.Awareness ? named(presence, data) : null
    },
    // Everyone hears of everyone without asking, and the stock client speaks of itself even where nobody sees it.
    isPong: ([type]) =>
      type === MessageType.QueryAwareness || (type === MessageType.Awareness && !hasPresence),
    ping: () => {
      socket.ping()
      socket.send(NOTHING_NEW)
    },
  }
}

const PERMISSION_DENIED = 1

function withType(type: number, message: Uint8Array): Uint8Array {
  const copy = message.slice()
  copy[0] = type
  return copy
}

function named(name: string, message: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeUint8Array(encoder, message)
  return encoding.toUint8Array(encoder)
}

function attachTo(name: string): Uint8Array {
  const token = encoding.createEncoder()
  encoding.writeVarUint(token, MessageType.Auth)
  encoding.writeVarUint(token, 0)
  encoding.writeVarString(token, '')
  return named(name, encoding.toUint8Array(token))
}

/** Of what the server says beside the documents the stock client understands a no, and nothing else. */
function tellRefused(socket: WebSocket, text: string): void {
  const message = serverMessage.safeParse(JSON.parse(text)) // the server's own words
  if (!message.success || message.data.type !== 'refused') return
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MessageType.Auth)
  encoding.writeVarUint(encoder, DENIED)
  encoding.writeVarString(encoder, message.data.sentence)
  socket.send(encoding.toUint8Array(encoder))
}
