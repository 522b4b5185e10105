import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { BenchClient } from './benchServer.ts'

/** Every update as it is, in a frame of its own. Whoever comes later has missed what was said before. */
export async function connectRelay(url: string): Promise<BenchClient> {
  const doc = new Y.Doc()
  const socket = new WebSocket(url, { perMessageDeflate: false })
  socket.on('message', (update: Buffer) => Y.applyUpdate(doc, update, socket))
  await once(socket, 'open')
  doc.on('update', (update, origin) => {
    if (origin !== socket) socket.send(update)
  })
  return {
    doc,
    roundTrip: null,
    close: () => {
      socket.close()
      doc.destroy()
    },
  }
}
