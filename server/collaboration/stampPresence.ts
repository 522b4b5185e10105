import { type Connection, type Document, type Extension, MessageType } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { applyAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import { hangUp, isHungUp } from './hangUp.ts'
import { limits } from './limits.ts'
import { readFrame } from './readFrame.ts'
import type { DocumentContext } from './socketContext.ts'

const hexColour = /^#[0-9a-f]{6}$/i

/** Says who someone is by their session, whatever the browser sent, and lets each browser speak for itself only. */
export function stampPresence(): Extension<DocumentContext> {
  /** By awareness client id: the connection that speaks for it. */
  const speakersByDocument = new WeakMap<Document, Map<number, Connection<DocumentContext>>>()

  const maySpeakFor = (document: Document, clientId: number, connection: Connection<DocumentContext>) => {
    const speakers = speakersByDocument.get(document) ?? new Map<number, Connection<DocumentContext>>()
    speakersByDocument.set(document, speakers)
    const speaker = speakers.get(clientId)
    if (speaker === connection) return true
    if (speaker && document.hasConnection(speaker)) {
      const isSamePerson = idOf(speaker.context) === idOf(connection.context)
      if (!isSamePerson) return false
      // Back on a new socket before the server noticed that the old one is dead: its end must not hide the person.
      document.getClients(speaker).delete(clientId)
    }
    speakers.set(clientId, connection)
    return true
  }

  return {
    extensionName: 'stampPresence',

    /** A person who leaves says so with an empty state, which the library drops before its own hook. */
    beforeHandleMessage: async ({ document, update, context, connection }) => {
      const frame = readFrame(update)
      if (frame?.type !== MessageType.Awareness || !frame.payload) return
      if (frame.payload.length > limits.mostPresenceBytes) return hangUp(connection, 'tooMuch')
      const leaving = readLeaving(frame.payload)
      if (leaving === null) return hangUp(connection, 'malformedMessage')
      if (!context.access?.shown) return
      const own = leaving.filter((id) => document.getClients(connection).has(id))
      removeAwarenessStates(document.awareness, own, { source: 'connection', connection })
    },

    beforeHandleAwareness: async ({ document, states, connection }) => {
      if (!connection) return
      const shown = connection.context.access?.shown
      for (const [clientId, state] of states) {
        if (!shown || isHungUp(connection) || !maySpeakFor(document, clientId, connection)) {
          states.delete(clientId)
          continue
        }
        // The library forgets a browser that was here before, and would leave its ghost when it goes.
        document.getClients(connection).add(clientId)
        state.person = shown
        if (state.user !== undefined) state.user = caretOwner(shown, state.user)
        const { meta } = document.awareness
        const before = document.awareness.getStates().has(clientId) ? undefined : meta.get(clientId)
        if (before === undefined) continue
        // Back after a lost line, its browser still counts from where everyone was told that it had left.
        const update = encodePresence(clientId, before.clock + 1, state)
        applyAwarenessUpdate(document.awareness, update, { source: 'connection', connection })
        states.delete(clientId)
      }
    },
  }
}

const idOf = ({ principal }: DocumentContext) =>
  principal.as === 'person' ? principal.person.personId : null

/** The editor's caret extension reads its label from `user`; the colour is the browser's own choice. */
function caretOwner(shown: { personId: string; name: string; colour: number }, sent: unknown) {
  const colour = typeof sent === 'object' && sent !== null && 'color' in sent ? sent.color : null
  return { ...shown, color: typeof colour === 'string' && hexColour.test(colour) ? colour : '#425C77' }
}

function encodePresence(clientId: number, clock: number, state: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return encoding.toUint8Array(encoder)
}

/** The client ids whose state is null; null for a payload that is not built as the protocol says. */
function readLeaving(payload: Uint8Array): number[] | null {
  try {
    const decoder = decoding.createDecoder(payload)
    const leaving: number[] = []
    const count = decoding.readVarUint(decoder)
    for (let position = 0; position < count; position++) {
      const clientId = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder) // its clock
      const state: unknown = JSON.parse(decoding.readVarString(decoder))
      if (state === null) leaving.push(clientId)
      else if (typeof state !== 'object' || Array.isArray(state)) return null
    }
    return leaving
  } catch {
    return null
  }
}
