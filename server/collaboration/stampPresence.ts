import { type Connection, type Document, type Extension, MessageType } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { applyAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import type { PresentPerson } from '../../shared/wire/presence.ts'
import { hangUp, isHungUp } from './hangUp.ts'
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
      if (context.access?.name.kind !== 'presence') return
      const frame = readFrame(update)
      if (frame?.type !== MessageType.Awareness || !frame.payload) return
      const leaving = readLeaving(frame.payload)
      if (leaving === null) return hangUp(connection, 'malformedMessage')
      if (!context.access?.shown) return
      const own = leaving.filter((id) => document.getClients(connection).has(id))
      removeAwarenessStates(document.awareness, own, { source: 'connection', connection })
    },

    beforeHandleAwareness: async ({ document, states, connection }) => {
      if (!connection) return
      // The library reads each message into an Awareness made for it, whose own client stands first and is nobody: kept,
      // it would be remembered with every message until the room is empty.
      const [nobody] = states.keys()
      if (nobody !== undefined) states.delete(nobody)
      const { access } = connection.context
      const shown = access?.name.kind === 'presence' ? access.shown : null
      for (const [clientId, state] of states) {
        if (!shown || isHungUp(connection) || !maySpeakFor(document, clientId, connection)) {
          states.delete(clientId)
          continue
        }
        stamp(state, shown)
        // The library forgets a browser that was here before, and would leave its ghost when it goes.
        document.getClients(connection).add(clientId)
        if (bringBack(document, connection, clientId, state)) states.delete(clientId)
      }
    },
  }
}

function stamp(state: Record<string, unknown>, shown: PresentPerson): void {
  state.person = shown
  if (state.user !== undefined) state.user = caretOwner(shown, state.user)
}

/**
 * Back after a lost line, a browser still counts from where everyone was told that it had left, and would not be
 * believed. So it is shown one count further on; it takes that count over itself.
 */
function bringBack(document: Document, connection: Connection, clientId: number, state: unknown): boolean {
  const { awareness } = document
  const left = awareness.getStates().has(clientId) ? undefined : awareness.meta.get(clientId)
  if (left === undefined) return false
  const update = encodePresence(clientId, left.clock + 1, state)
  applyAwarenessUpdate(awareness, update, { source: 'connection', connection })
  return true
}

const idOf = ({ principal }: DocumentContext) =>
  principal.as === 'person' ? principal.person.personId : null

/** The editor's caret extension reads its label from `user`; the colour is the browser's own choice. */
function caretOwner(shown: PresentPerson, sent: unknown) {
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
