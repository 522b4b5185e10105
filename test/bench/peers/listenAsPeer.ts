import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens on this machine, on any free port unless told otherwise, and tells the process that started this one where. */
export function listenAsPeer(port = 0): Server {
  const server = createServer()
  server.listen(port, '127.0.0.1', () => {
    // A server that listens on TCP has an address object.
    const { port: taken } = server.address() as AddressInfo
    process.send?.({ address: `http://127.0.0.1:${taken}` })
  })
  return server
}
