import { MessageType } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'

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
  /** Of awareness messages only. */
  payload: Uint8Array | null
}

/** Null for a frame that is not built as the protocol says. */
export function readFrame(data: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(data)
    const documentName = decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    if (!acceptedTypes.has(type)) return null
    return { documentName, type, payload: readPayload(decoder, type) }
  } catch {
    return null
  }
}

function readPayload(decoder: decoding.Decoder, type: number): Uint8Array | null {
  switch (type) {
    case MessageType.Sync:
    case MessageType.SyncReply:
      if (decoding.readVarUint(decoder) > 2) throw new Error('There are three sync steps.')
      decoding.readVarUint8Array(decoder)
      return null
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
