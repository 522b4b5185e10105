import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { EDITOR_SCHEMA } from '../../shared/content/contentDoc.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import { contentDocumentName, presenceDocumentName } from '../../shared/wire/documentNames.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import { type ClientMessage, type ServerMessage, serverMessage } from '../../shared/wire/socketMessages.ts'

export type Client = {
  doc: Y.Doc
  presence: Awareness
  snapshots: MeetingSnapshot[]
  /** With each of them: since when the facilitator has been gone. */
  facilitatorGone: (number | null)[]
  /** Every other message of the server, in order. */
  heard: Exclude<ServerMessage, { type: 'meeting' }>[]
  /** Codes with which the server closed the socket. */
  closes: number[]
  /** Reasons for which a document was not opened. */
  denials: string[]
  isSynced: () => boolean
  /** How often it has caught up: once more after each lost connection and each change of what it may do. */
  timesSynced: () => number
  edit: (change: (doc: Y.Doc) => void) => void
  /** Resolves when the server says that everything before is on disk. */
  barrier: () => Promise<void>
  ask: (message: ClientMessage | object) => void
  goOffline: () => void
  goOnline: () => void
  close: () => void
}

export type ConnectOptions = {
  /** Like `http://127.0.0.1:4100`. */
  address: string
  postmortemId: PostmortemId
  /** Sent with the upgrade: `{ cookie: 'candor_session=…' }`. */
  headers?: Record<string, string>
  stageKey?: string
  withPresence?: boolean
  doc?: Y.Doc
}

export function syncUrl(address: string, query: Record<string, string> = {}): string {
  const url = new URL('/sync', address.replace('http', 'ws'))
  const all = { protocol: String(PROTOCOL_VERSION), editor: String(EDITOR_SCHEMA), ...query }
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value)
  return url.href
}

/** A browser without a screen: the real provider on a real socket. */
export function connectClient(options: ConnectOptions): Client {
  const { address, postmortemId, headers = {}, stageKey, withPresence = false, doc = new Y.Doc() } = options
  const presence = new Awareness(new Y.Doc())
  const snapshots: MeetingSnapshot[] = []
  const facilitatorGone: Client['facilitatorGone'] = []
  const heard: Client['heard'] = []
  const closes: number[] = []
  const denials: string[] = []
  const waitingByNumber = new Map<number, () => void>()
  let barriers = 0
  let timesSynced = 0

  const socket = new HocuspocusProviderWebsocket({
    url: syncUrl(address, stageKey === undefined ? {} : { stage: stageKey }),
    WebSocketPolyfill: class extends WebSocket {
      constructor(url: string) {
        super(url, { headers })
      }
    },
    delay: 50,
    minDelay: 50,
    maxDelay: 200,
    onClose: ({ event }) => {
      closes.push(event.code)
      if (event.code === closeCodes.oldProtocol.code) socket.disconnect()
    },
  })
  const receive = (message: ServerMessage) => {
    if (message.type === 'meeting') {
      facilitatorGone.push(message.facilitatorGoneSince)
      return snapshots.push(message.snapshot)
    }
    heard.push(message)
    if (message.type !== 'durable') return
    for (const [number, resolve] of waitingByNumber) {
      if (number > message.number) continue
      waitingByNumber.delete(number)
      resolve()
    }
  }
  const attach = (name: string, document: Y.Doc, awareness: Awareness | null) => {
    const provider = new HocuspocusProvider({
      name,
      document,
      awareness,
      websocketProvider: socket,
      onStateless: ({ payload }) => receive(serverMessage.parse(JSON.parse(payload))),
      onAuthenticationFailed: ({ reason }) => denials.push(reason),
    })
    provider.on('close', ({ event }: { event: { reason: string } }) => {
      if (event.reason !== closeCodes.accessChanged.reason) return
      provider.detach() // without it the provider believes it is attached and never asks again
      provider.attach()
    })
    provider.attach()
    return provider
  }
  const content = attach(contentDocumentName(postmortemId), doc, null)
  const shown = withPresence ? attach(presenceDocumentName(postmortemId), presence.doc, presence) : null
  const ask = (message: ClientMessage | object) => content.sendStateless(JSON.stringify(message))
  // A barrier that went down with its connection is asked again on the next one.
  content.on('synced', () => {
    timesSynced++
    if (waitingByNumber.size > 0) ask({ type: 'barrier', number: ++barriers })
  })

  return {
    doc,
    presence,
    snapshots,
    facilitatorGone,
    heard,
    closes,
    denials,
    isSynced: () => content.synced,
    timesSynced: () => timesSynced,
    edit: (change) => doc.transact(() => change(doc), 'typing'),
    barrier: () =>
      new Promise((resolve) => {
        const number = ++barriers
        waitingByNumber.set(number, resolve)
        if (content.synced) ask({ type: 'barrier', number })
      }),
    ask,
    goOffline: () => socket.disconnect(),
    goOnline: () => void socket.connect(),
    close: () => {
      shown?.destroy()
      content.destroy()
      socket.destroy()
      presence.destroy()
    },
  }
}
