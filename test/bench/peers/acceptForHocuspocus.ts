import type { Server } from 'node:http'
import type { Hocuspocus } from '@hocuspocus/server'
import { WebSocketServer } from 'ws'

const plainRequest = new Request('http://localhost/')

/** Takes sockets in as the product does, on ws, and asks nobody who they are. */
export function acceptForHocuspocus(server: Server, hocuspocus: Hocuspocus): void {
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => {
    const client = hocuspocus.handleConnection(socket, plainRequest, {})
    socket.on('message', (data: Buffer) => client.handleMessage(data))
    socket.on('close', (code, reason) => client.handleClose({ code, reason: reason.toString() }))
  })
}
