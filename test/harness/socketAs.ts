import { WebSocket } from 'ws'

/** A WebSocket class for the providers that sends these headers, as a browser sends its cookie. */
export const socketAs = (headers: Record<string, string>): (new (address: string | URL) => WebSocket) =>
  class extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers, perMessageDeflate: false })
    }
  }
