import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Limits } from '../limits.ts'
import { networkOf, type ProxyTrust } from './addressOf.ts'
import { createTurns } from './createTurns.ts'

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

const MOST_HEADERS = 100

/** The server, whom nobody keeps busy by being slow, or by calling from one place without end. */
export function createHttpServer(
  app: RequestListener,
  upgrade: Upgrade,
  { limits, trust }: { limits: Limits; trust: ProxyTrust },
): Server {
  const headersTimeout = limits.headersSeconds * 1_000
  const takeTurn = createTurns()
  const server = createServer(
    {
      headersTimeout,
      requestTimeout: limits.requestSeconds * 1_000,
      connectionsCheckingInterval: Math.min(5_000, headersTimeout / 2),
      // Whoever offers another protocol besides is answered in this one.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
    (request, response) => takeTurn(() => app(request, response)),
  )
  server.maxHeadersCount = MOST_HEADERS
  server.maxConnections = limits.connections
  limitConnections(server, limits.connectionsPerAddress, trust)
  return server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy()) // hung up before its turn
    takeTurn(() => upgrade(request, socket, head))
  })
}

function limitConnections(server: Server, most: number, trust: ProxyTrust): void {
  const openByAddress = new Map<string, number>()
  server.on('connection', (socket) => {
    const { remoteAddress } = socket
    if (remoteAddress === undefined) return socket.destroy() // gone already
    if (trust(remoteAddress, 0)) return // everybody comes through it
    const address = networkOf(remoteAddress)
    const others = openByAddress.get(address) ?? 0
    if (others >= most) return socket.destroy()
    openByAddress.set(address, others + 1)
    socket.once('close', () => {
      const left = (openByAddress.get(address) ?? 1) - 1
      if (left > 0) openByAddress.set(address, left)
      else openByAddress.delete(address)
    })
  })
}
