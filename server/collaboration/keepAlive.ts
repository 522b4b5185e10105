import type { WebSocket } from 'ws'
import { HEARTBEAT_MS } from './pace.ts'

/** The page takes 30 s of silence for a lost line, and a socket whose other end is gone would stay forever. */
export function keepAlive(socket: WebSocket, ping: () => void): void {
  let isAlive = true
  const heard = () => {
    isAlive = true
  }
  const heartbeat = setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    ping()
  }, HEARTBEAT_MS)
  socket.on('message', heard)
  socket.on('pong', heard)
  socket.on('close', () => clearInterval(heartbeat))
}
