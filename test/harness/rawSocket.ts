import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'

/** A socket without manners: sends what it is told and remembers what came back. */
export type RawSocket = {
  opened: Promise<void>
  /** With what code the server hung up; the HTTP status if it did not even accept. */
  closed: Promise<number>
  received: Uint8Array[]
  /** When the last of it came, by `performance.now()`. */
  lastHeardAt: () => number
  isOpen: () => boolean
  send: (frame: Uint8Array | string) => void
  ping: () => void
  /** Reads no more of what it is sent. */
  pause: () => void
  close: () => void
}

export function openRawSocket(url: string, headers: Record<string, string> = {}): RawSocket {
  const socket = new WebSocket(url, { headers })
  const received: Uint8Array[] = []
  let lastHeardAt = performance.now()
  const heard = () => {
    lastHeardAt = performance.now()
  }
  socket.on('message', (data: Buffer) => received.push(new Uint8Array(data)))
  socket.on('message', heard)
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => resolve(code))
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => {})
  })
  return {
    opened: new Promise((resolve) => socket.on('open', () => resolve())),
    closed,
    received,
    lastHeardAt: () => lastHeardAt,
    isOpen: () => socket.readyState === socket.OPEN,
    send: (frame) => socket.send(frame),
    ping: () => socket.ping(),
    pause: () => socket.pause(),
    close: () => socket.terminate(),
  }
}

const frame = (name: string, write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** The frames of the protocol, by hand. */
export const frames = {
  attach: (name: string) =>
    frame(name, (encoder) => {
      encoding.writeVarUint(encoder, 2)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, '')
    }),
  sync: (name: string, step: 0 | 1 | 2, payload: Uint8Array) =>
    frame(name, (encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, payload)
    }),
  stateless: (name: string, text: string) =>
    frame(name, (encoder) => {
      encoding.writeVarUint(encoder, 5)
      encoding.writeVarString(encoder, text)
    }),
  awareness: (name: string, states: { clientId: number; clock: number; state: unknown }[]) =>
    frame(name, (encoder) => {
      const payload = encoding.createEncoder()
      encoding.writeVarUint(payload, states.length)
      for (const { clientId, clock, state } of states) {
        encoding.writeVarUint(payload, clientId)
        encoding.writeVarUint(payload, clock)
        encoding.writeVarString(payload, JSON.stringify(state))
      }
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(payload))
    }),
  ofType: (name: string, type: number) => frame(name, (encoder) => encoding.writeVarUint(encoder, type)),
}

/** Every update a document makes, in order. */
export function updatesOf(doc: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  return updates
}
