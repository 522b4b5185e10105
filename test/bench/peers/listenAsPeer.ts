import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens on a free port of this machine and tells the bench, which started this process, where. */
export function listenAsPeer(): Server {
  const server = createServer()
  server.listen(0, '127.0.0.1', () => {
    // A server that listens on TCP has an address object.
    const { port } = server.address() as AddressInfo
    process.send?.({ address: `http://127.0.0.1:${port}` })
  })
  return server
}
