import * as Y from 'yjs'
import type { BenchClient, BenchServer, StartServer } from './benchServer.ts'
import { connectHocuspocus } from './connectHocuspocus.ts'
import { connectRelay } from './connectRelay.ts'
import { connectYWebsocket } from './connectYWebsocket.ts'
import { startPeer, stopPeer, usageOf } from './measuredProcess.ts'

/** The held meeting comes into a peer as it would in life: somebody who has it connects, and stays. */
const peer =
  (entry: string, connect: (url: string, name: string) => Promise<BenchClient>): StartServer =>
  async (): Promise<BenchServer> => {
    const { process, address } = await startPeer(entry)
    const url = address.replace('http', 'ws')
    let rooms = 0
    const staying: BenchClient[] = []
    return {
      openRoom: async (held) => {
        const name = `room${++rooms}`
        if (held) {
          const first = await connect(url, name)
          Y.applyUpdate(first.doc, held.state)
          staying.push(first)
        }
        return { takeSeat: async () => () => connect(url, name) }
      },
      usage: () => usageOf(process),
      bytesOnDisk: null,
      stop: () => {
        for (const client of staying) client.close()
        return stopPeer(process)
      },
    }
  }

export const startBareHocuspocus = peer('bareHocuspocusServer', (url, name) =>
  connectHocuspocus({ url, name, candor: null }),
)
export const startYWebsocketServer = peer('yWebsocketServer', (url, name) => connectYWebsocket({ url, name }))
export const startRelay = peer('relayServer', (url, name) => connectRelay(`${url}/${name}`))
