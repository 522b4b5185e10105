import type { Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { cannotStart } from '../storage/cannotStart.ts'

/** Resolves to the address under which a browser on this machine finds the server. Port 0 takes any that is free. */
export function listen(server: Server, { port, host }: { port: number; host: string }): Promise<string> {
  return new Promise((listening, failed) => {
    const fail = (error: Error) => failed(cannotStart(inWords(error, { port, host }), error))
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      const bound = server.address()
      const boundPort = typeof bound === 'object' && bound ? bound.port : port
      listening(addressOn(host, boundPort))
    })
  })
}

export const addressOn = (host: string, port: number): string => `http://${reachable(host)}:${port}`

function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return isIPv6(host) ? `[${host}]` : host
}

function inWords(error: Error, { port, host }: { port: number; host: string }): string {
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use by another program. Stop that one, or choose another PORT; 0 takes a free one.`
    case 'EACCES':
      return `This account may not listen on port ${port}. Choose a PORT above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is “${host}”, and this machine has no such address. 127.0.0.1 is for this machine alone, 0.0.0.0 for its whole network.`
    default:
      return `The server cannot listen on port ${port} of ${host}: ${error.message}.`
  }
}
