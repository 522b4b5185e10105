import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Hocuspocus, MessageType } from '@hocuspocus/server'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Clock } from '../../shared/clock.ts'
import { refuse } from '../../shared/result.ts'
import { type CloseReason, closeCodes } from '../../shared/wire/closeCodes.ts'
import { parseDocumentName } from '../../shared/wire/documentNames.ts'
import type { Arrivals } from '../operating/measureEdits.ts'
import type { Metrics } from '../operating/metrics.ts'
import { newRequestId } from '../operating/requestId.ts'
import type { Principal } from '../people/principal.ts'
import { admitSocket, isSameSite, isSyncPath } from './admitSocket.ts'
import { HEARTBEAT_MS, limits } from './limits.ts'
import { type Frame, readFrame } from './readFrame.ts'
import {
  type DocumentContext,
  type SocketContext,
  type SocketPrincipal,
  socketContext,
} from './socketContext.ts'

export type SocketDoor = {
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  figures: () => { people: number; sockets: number }
  closeAll: (reason: CloseReason) => void
  terminateAll: () => void
}

/** Before the postmortem of a shared screen's key; a person's id has no space in it. */
const STAGE = 'stage '

/** A page answers a ping with this one byte; neither names a document. */
const PING = Uint8Array.of(MessageType.Ping)
const isPong = (data: Buffer) => data.length === 1 && data[0] === MessageType.Pong

/** Every hook of the library asks for the request; ours read the context instead, so that no cookie travels along. */
const plainRequest = new Request('http://localhost/sync')

/** Where a socket comes in: everything a browser sends is looked at here before the sync library sees it. */
export function openSocketDoor({
  hocuspocus,
  principalOfUpgrade,
  clock,
  arrivals,
  metrics,
  logger,
}: {
  hocuspocus: Hocuspocus<DocumentContext>
  principalOfUpgrade: (request: IncomingMessage) => Principal | null
  clock: Clock
  arrivals: Arrivals
  metrics: Metrics
  logger: Logger
}): SocketDoor {
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.mostFrameBytes })
  const open = new Set<WebSocket>()
  const openByPrincipal = new Map<string, number>()
  let isClosing = false

  const serve = (socket: WebSocket, socketId: string, principal: SocketPrincipal) => {
    const key = principal.as === 'person' ? principal.person.personId : `${STAGE}${principal.postmortemId}`
    const others = openByPrincipal.get(key) ?? 0
    if (others >= limits.mostSocketsPerPrincipal) return closeFor(socket, 'tooMuch')
    openByPrincipal.set(key, others + 1)
    open.add(socket)
    const hangUp = (reason: CloseReason) => closeFor(socket, reason)
    const context = socketContext({ socketId, hangUp, principal }, clock)
    const client = hocuspocus.handleConnection(socket, plainRequest, context)
    const heartbeat = keepAlive(socket)
    socket.on('message', (data: Buffer, isBinary) => {
      context.line.lastHeardAt = clock()
      if (socket.readyState !== socket.OPEN || (isBinary && isPong(data))) return
      const frame = isBinary ? readFrame(data) : null
      const wrong = whatIsWrong(frame, data.length, context)
      if (wrong) return closeFor(socket, wrong)
      if (isStale(frame, context)) return
      if (frame?.type === MessageType.Sync) arrivals.set(data, performance.now())
      client.handleMessage(data)
    })
    socket.on('close', (code, reason) => {
      clearInterval(heartbeat)
      open.delete(socket)
      const left = (openByPrincipal.get(key) ?? 1) - 1
      if (left > 0) openByPrincipal.set(key, left)
      else openByPrincipal.delete(key)
      client.handleClose({ code, reason: reason.toString() })
    })
  }

  /** A database that does not answer must not end the process that the others are writing in. */
  const admitOrReport = (request: IncomingMessage, socketId: string) => {
    try {
      return admitSocket(request, principalOfUpgrade)
    } catch (error) {
      logger.error({ err: error, socketId }, 'nobody could be admitted')
      return refuse('storageAway' as const)
    }
  }

  return {
    handleUpgrade: (request, socket, head) => {
      if (!isSyncPath(request)) return refuseUpgrade(socket, '404 Not Found')
      if (!isSameSite(request)) return refuseUpgrade(socket, '403 Forbidden')
      if (isClosing) return refuseUpgrade(socket, '503 Service Unavailable')
      server.handleUpgrade(request, socket, head, (accepted) => {
        const socketId = newRequestId()
        logClose(accepted, logger.child({ socketId }), metrics)
        const admitted = admitOrReport(request, socketId)
        if (admitted.ok) serve(accepted, socketId, admitted.value)
        else closeFor(accepted, admitted.problem)
      })
    },
    figures: () => ({
      sockets: open.size,
      people: [...openByPrincipal.keys()].filter((key) => !key.startsWith(STAGE)).length,
    }),
    closeAll: (reason) => {
      isClosing = true
      for (const socket of open) closeFor(socket, reason)
    },
    terminateAll: () => {
      for (const socket of open) socket.terminate()
    },
  }
}

/** Why a frame ends its socket; null for a good one. */
function whatIsWrong(frame: Frame | null, bytes: number, context: SocketContext): CloseReason | null {
  const { meters } = context
  if (!meters.messages(1) || !meters.bytes(bytes)) return 'tooMuch'
  if (!frame) return 'malformedMessage'
  // Before anything is created for it: a document's name comes from the browser.
  if (!namesDocument(frame, context)) return 'noSuchMeeting'
  if (frame.type === MessageType.Auth && !meters.attachments(1)) return 'tooMuch'
  return null
}

function namesDocument({ documentName }: Frame, { knownNames }: SocketContext): boolean {
  if (knownNames.has(documentName)) return true
  if (!parseDocumentName(documentName)) return false
  if (knownNames.size < limits.mostNamesRemembered) knownNames.add(documentName)
  return true
}

/** Whether a page lets go of a document that the server has closed already. */
function isStale(frame: Frame | null, { closedDocuments }: SocketContext): boolean {
  if (frame?.type === MessageType.Auth) closedDocuments.delete(frame.documentName)
  return frame?.type === MessageType.CLOSE && closedDocuments.has(frame.documentName)
}

const closeFor = (socket: WebSocket, reason: CloseReason) =>
  socket.close(closeCodes[reason].code, closeCodes[reason].reason)

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** The page takes 30 s of silence for a lost line, and a socket whose other end is gone would stay forever. */
function keepAlive(socket: WebSocket): ReturnType<typeof setInterval> {
  let isAlive = true
  socket.on('message', () => {
    isAlive = true
  })
  return setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.send(PING)
  }, HEARTBEAT_MS)
}

const ordinaryCloses: ReadonlySet<number> = new Set([1000, 1001, 1005, 1006, closeCodes.shuttingDown.code])

function logClose(socket: WebSocket, logger: Logger, { socketClosed }: Metrics): void {
  let fault: string | undefined
  socket.on('error', (error) => {
    fault = error.message
  })
  socket.on('close', (code, reason) => {
    socketClosed(nameOf(code))
    const level = ordinaryCloses.has(code) ? 'debug' : 'warn'
    logger[level]({ code, reason: reason.toString(), fault }, 'A socket was closed')
  })
}

/** By our own name for it: a code of the other end's invention must not make a new line in the metrics. */
function nameOf(code: number): string {
  const own = Object.entries(closeCodes).find(([, close]) => close.code === code)
  if (own) return own[0]
  return code === 1006 ? 'lost' : ordinaryCloses.has(code) ? 'left' : 'other'
}
