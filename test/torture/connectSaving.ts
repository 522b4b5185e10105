import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { unsentNowhere } from '../../client/device/unsentChanges.ts'
import type { ConnectionState } from '../../client/room/connectionState.ts'
import { nothingMissed } from '../../client/room/trackMissed.ts'
import { type SavingTracker, trackSaving } from '../../client/room/trackSaving.ts'
import { valueStore } from '../../client/room/valueStore.ts'
import { serverMessage } from '../../shared/wire/socketMessages.ts'
import { socketAs } from '../harness/socketAs.ts'
import type { Seat } from './tortureTarget.ts'

/** Below it are the ends of a line, above it the server's reasons; none of them fits a page of ours. */
const FIRST_OWN_CLOSE_CODE = 4000

export type SavingClient = {
  doc: Y.Doc
  saving: SavingTracker
  isLive: () => boolean
  /** Why the server hung up; null as long as it has not. */
  refusal: () => string | null
  /** Comes back only when told to, so that somebody can look at the server first. */
  connect: () => void
  disconnect: () => void
  close: () => void
}

/** A browser without a screen, which asks and answers "is it saved?" with the page's own code. */
export function connectSaving({ url, headers, documentName }: Seat, onStored: () => void): SavingClient {
  const doc = new Y.Doc()
  const connection = valueStore<ConnectionState>({ is: 'connecting' })
  let refusal: string | null = null
  const socket = new HocuspocusProviderWebsocket({
    url,
    autoConnect: false,
    WebSocketPolyfill: socketAs(headers),
    onClose: ({ event }) => {
      if (event.code >= FIRST_OWN_CLOSE_CODE) refusal = `${event.code} ${event.reason}`
      connection.set({ is: 'reconnecting', since: Date.now() })
      socket.disconnect()
    },
  })
  const content = new HocuspocusProvider({
    name: documentName,
    document: doc,
    awareness: null,
    websocketProvider: socket,
    onStateless: ({ payload }) => {
      const message = serverMessage.parse(JSON.parse(payload))
      if (message.type === 'notStored') saving.held()
      if (message.type !== 'durable') return
      saving.durable(message.number)
      onStored()
    },
    onSynced: () => {
      connection.set({ is: 'live' })
      saving.connected()
    },
    onUnsyncedChanges: ({ number }) => saving.received(number === 0),
  })
  const saving = trackSaving(doc, {
    isOwn: (origin) => origin !== content,
    sendBarrier: (number) => content.sendStateless(JSON.stringify({ type: 'barrier', number })),
    connection,
    line: connection,
    unsent: unsentNowhere,
    missed: () => nothingMissed,
    awaySince: () => null,
    mayEdit: () => true,
    now: Date.now,
  })
  const stopListening = saving.state.subscribe(onStored)
  content.attach()
  return {
    doc,
    saving,
    refusal: () => refusal,
    isLive: () => connection.get().is === 'live',
    connect: () => void socket.connect(),
    disconnect: () => socket.disconnect(),
    close: () => {
      stopListening()
      saving.stop()
      content.destroy()
      socket.destroy()
    },
  }
}
