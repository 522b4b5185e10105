import { WebSocket, WebSocketServer } from 'ws'
import { listenAsPeer } from './listenAsPeer.ts'

/** The least any server can do: what one socket says goes to the others at the same address, unread. */
const socketsByRoom = new Map<string, Set<WebSocket>>()
const sockets = new WebSocketServer({ server: listenAsPeer() })

sockets.on('connection', (socket, request) => {
  const name = request.url ?? '/'
  const room = socketsByRoom.get(name) ?? new Set()
  socketsByRoom.set(name, room.add(socket))
  socket.on('message', (message, isBinary) => {
    for (const other of room) {
      if (other !== socket && other.readyState === WebSocket.OPEN) other.send(message, { binary: isBinary })
    }
  })
  socket.on('close', () => room.delete(socket))
})
