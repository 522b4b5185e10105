import { MessageType } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import { messageYjsSyncStep1 } from 'y-protocols/sync'

/** The kinds of message a page of ours sends; the protocol has more, for servers among themselves. */
const acceptedTypes: ReadonlySet<number> = new Set([
  MessageType.Sync,
  MessageType.Awareness,
  MessageType.Auth,
  MessageType.QueryAwareness,
  MessageType.SyncReply,
  MessageType.Stateless,
  MessageType.CLOSE,
])

export type Frame = {
  /** As the browser sent it: not yet known to be one of ours. */
  documentName: string
  type: number
  /** What a sync or an awareness message carries. */
  payload: Uint8Array | null
  /** A sync message says what its sender has, and asks for the rest; the others bring changes. */
  isStateRequest: boolean
}

/** Null for a frame that is not built as the protocol says. */
export function readFrame(data: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(data)
    const documentName = decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    if (!acceptedTypes.has(type)) return null
    const isStateRequest = isSync(type) && decoding.peekVarUint(decoder) === messageYjsSyncStep1
    return { documentName, type, payload: readPayload(decoder, type), isStateRequest }
  } catch {
    return null
  }
}

const isSync = (type: number) => type === MessageType.Sync || type === MessageType.SyncReply

function readPayload(decoder: decoding.Decoder, type: number): Uint8Array | null {
  switch (type) {
    case MessageType.Sync:
    case MessageType.SyncReply:
      if (decoding.readVarUint(decoder) > 2) throw new Error('There are three sync steps.')
      return decoding.readVarUint8Array(decoder)
    case MessageType.Awareness:
      return decoding.readVarUint8Array(decoder)
    case MessageType.Auth:
      decoding.readVarUint(decoder)
      decoding.readVarString(decoder)
      return null
    case MessageType.Stateless:
      decoding.readVarString(decoder)
      return null
    default:
      return null
  }
}
