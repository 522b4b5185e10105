import { setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import { listenAsPeer } from './listenAsPeer.ts'

/** Its own program asks for a ws that is long gone, so its connections stand on our own server here. */
const sockets = new WebSocketServer({ server: listenAsPeer() })
sockets.on('connection', (socket, request) => setupWSConnection(socket, request))
