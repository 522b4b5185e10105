import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { EDITOR_SCHEMA } from '../../shared/content/contentDoc.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import { contentDocumentName, presenceDocumentName } from '../../shared/wire/documentNames.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import { type ClientMessage, type ServerMessage, serverMessage } from '../../shared/wire/socketMessages.ts'
import { type ConnectionState, loseLine, refusalOfClose } from './connectionState.ts'
import { reconnectDelay } from './reconnectDelay.ts'
import type { ValueStore } from './valueStore.ts'
import { DEAD_AFTER_MS, watchLine } from './watchLine.ts'

const ATTACH_AGAIN_MS = 50

type Documents = {
  /** Begins to connect; until then nothing leaves this browser. */
  start: () => void
  tell: (message: ClientMessage) => void
  isRemote: (origin: unknown) => boolean
  connectNow: () => void
  close: () => void
}

/** One socket, two documents: the content, and beside it the presence, which only people have. */
export function connectDocuments({
  postmortemId,
  personId,
  stageKey,
  contentDoc,
  presence,
  connection,
  onMessage,
  onReceived,
  onAttached,
}: {
  postmortemId: PostmortemId
  /** Whose changes these are; null on the shared screen. */
  personId: PersonId | null
  stageKey: string | null
  contentDoc: Y.Doc
  presence: Awareness | null
  connection: ValueStore<ConnectionState>
  onMessage: (message: ServerMessage) => void
  onReceived: (isReceived: boolean) => void
  onAttached: () => void
}): Documents {
  const socket = new HocuspocusProviderWebsocket({
    url: socketUrl({ personId, stageKey }),
    autoConnect: false,
    ...reconnectDelay(Math.random()),
    messageReconnectTimeout: DEAD_AFTER_MS,
    onClose: ({ event }) => {
      if (connection.get().is === 'refused') return // this page hung up by itself, and a no stays a no
      const refusal = refusalOfClose(event.code)
      if (refusal) {
        connection.set(refusal)
        return socket.disconnect()
      }
      const wait = reconnectDelay(Math.random(), event.code)
      socket.setConfiguration({ ...wait, autoConnect: true })
      // By then the first wait has begun. If the attempt after it fails, the server is away, and the next may be longer.
      queueMicrotask(() => socket.setConfiguration({ delay: wait.maxDelay, autoConnect: true }))
      loseLine(connection)
    },
  })
  let isOver = false
  /** The server closed one document on a socket that stays open; the provider still believes it is attached. */
  const attachAgain =
    (provider: HocuspocusProvider) =>
    ({ event }: { event: { reason: string } }) => {
      if (event.reason !== closeCodes.accessChanged.reason) return
      setTimeout(() => {
        if (isOver) return
        provider.detach()
        provider.attach()
      }, ATTACH_AGAIN_MS)
    }

  const content = new HocuspocusProvider({
    name: contentDocumentName(postmortemId),
    document: contentDoc,
    awareness: null,
    websocketProvider: socket,
    onStateless: ({ payload }) => {
      const parsed = serverMessage.safeParse(readJson(payload))
      if (parsed.success) onMessage(parsed.data) // a newer server may say more than this page knows
    },
    onSynced: () => {
      connection.set({ is: 'live' })
      onAttached()
    },
    onUnsyncedChanges: ({ number }) => onReceived(number === 0),
    onAuthenticationFailed: ({ reason }) => {
      connection.set({ is: 'refused', reason: 'noSuchMeeting', sentence: sentenceOf(reason) })
      socket.disconnect()
    },
  })
  content.on('close', attachAgain(content))
  content.attach()

  const shown = presence
    ? new HocuspocusProvider({
        name: presenceDocumentName(postmortemId),
        document: presence.doc,
        awareness: presence,
        websocketProvider: socket,
      })
    : null
  shown?.on('close', attachAgain(shown))
  shown?.attach()

  let connectingSince: number | null = null
  socket.on('status', ({ status }: { status: WebSocketStatus }) => {
    connectingSince = status === WebSocketStatus.Connecting ? Date.now() : null
  })
  const stopWatching = watchLine({
    connection,
    connectingSince: () => connectingSince,
    connectAgain: () => void socket.connect(),
    lastHeardAt: () => socket.lastMessageReceived,
    isCaughtUp: () => content.isSynced,
    now: Date.now,
  })

  return {
    start: () => void socket.connect(),
    tell: (message) => content.sendStateless(JSON.stringify(message)),
    isRemote: (origin) => origin === content,
    connectNow: () => {
      if (socket.shouldConnect && connection.get().is === 'reconnecting') void socket.connect()
    },
    close: () => {
      isOver = true
      stopWatching()
      shown?.destroy()
      content.destroy()
      socket.destroy()
    },
  }
}

/** A meeting that exists and cannot be opened says why in words; any other no is a name, and looks like no meeting. */
const sentenceOf = (reason: string): string =>
  reason.includes(' ') ? reason : closeCodes.noSuchMeeting.reason

function socketUrl({ personId, stageKey }: { personId: PersonId | null; stageKey: string | null }): string {
  const url = new URL('/sync', location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  url.searchParams.set('protocol', String(PROTOCOL_VERSION))
  url.searchParams.set('editor', String(EDITOR_SCHEMA))
  // Somebody else may sign in beside this page, and its socket would carry their cookie.
  if (personId !== null) url.searchParams.set('person', personId)
  if (stageKey !== null) url.searchParams.set('stage', stageKey)
  return url.href
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
