import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { socketAs } from '../harness/socketAs.ts'
import type { BenchClient } from './benchServer.ts'

// Every provider listens for the end of the process, and a bench has more of them than Node finds usual.
process.setMaxListeners(0)

export async function connectYWebsocket({ url, name }: { url: string; name: string }): Promise<BenchClient> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(url, name, doc, {
    // The provider's type asks for the DOM's WebSocket; ws is made to stand in for it.
    WebSocketPolyfill: socketAs({}) as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  provider.awareness.setLocalState(null)
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return {
    doc,
    roundTrip: null,
    close: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}
