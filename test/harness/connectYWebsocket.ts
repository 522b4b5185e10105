import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { EDITOR_SCHEMA } from '../../shared/content/contentDoc.ts'
import { contentDocumentName } from '../../shared/wire/documentNames.ts'
import { socketAs } from './socketAs.ts'
import { gitlab } from './startSyncServer.ts'

// Every provider listens for the end of the process.
process.setMaxListeners(0)

export type YWebsocketClient = {
  doc: Y.Doc
  awareness: Awareness
  provider: WebsocketProvider
  /** Codes with which the server closed the socket, in order. */
  closes: number[]
  close: () => void
}

export type YWebsocketOptions = {
  address: string
  headers?: Record<string, string>
  room?: string
  params?: Record<string, string>
  doc?: Y.Doc
}

/** What a script would write: the stock client, and nothing of ours. */
export function connectYWebsocket({
  address,
  headers = {},
  room = contentDocumentName(gitlab),
  params = { editor: String(EDITOR_SCHEMA) },
  doc = new Y.Doc(),
}: YWebsocketOptions): YWebsocketClient {
  const awareness = new Awareness(doc)
  const closes: number[] = []
  const provider = new WebsocketProvider(`${address.replace('http', 'ws')}/yws`, room, doc, {
    awareness,
    params,
    disableBc: true,
    maxBackoffTime: 200,
    // The polyfill lacks what only a browser's socket has, and nothing here uses.
    WebSocketPolyfill: socketAs(headers) as unknown as typeof WebSocket,
  })
  provider.on('connection-close', (event) => {
    if (event) closes.push(event.code)
  })
  return {
    doc,
    awareness,
    provider,
    closes,
    close: () => {
      provider.destroy()
      awareness.destroy()
    },
  }
}
