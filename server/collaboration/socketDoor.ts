import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Hocuspocus, MessageType } from '@hocuspocus/server'
import type { Logger } from 'pino'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import type { Clock } from '../../shared/clock.ts'
import { refuse } from '../../shared/result.ts'
import { type CloseReason, closeCodes } from '../../shared/wire/closeCodes.ts'
import type { AddressOf } from '../http/addressOf.ts'
import { createTurns } from '../http/createTurns.ts'
import type { OwnAddress } from '../http/ownAddress.ts'
import type { Limits } from '../limits.ts'
import type { Arrivals } from '../operating/measureEdits.ts'
import type { Metrics } from '../operating/metrics.ts'
import { newRequestId } from '../operating/requestId.ts'
import type { Principal } from '../people/principal.ts'
import { type Admitted, admitSocket, isSocketPath } from './admitSocket.ts'
import { speakAsPages } from './dialect.ts'
import { isDropped, whatIsWrong } from './judgeFrame.ts'
import { keepAlive } from './keepAlive.ts'
import { readFrame } from './readFrame.ts'
import { type DocumentContext, socketContext } from './socketContext.ts'
import { speakYWebsocket } from './speakYWebsocket.ts'
import { createVisitorBook, type Visitor, visitorKey } from './visitorBook.ts'

export type SocketDoor = {
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  figures: () => { people: number; sockets: number }
  /** Hangs up on whoever's session has ended, or whose shared screen was closed. */
  hangUpOnEnded: () => void
  closeAll: (reason: CloseReason) => void
  terminateAll: () => void
}

export type DoorDependencies = {
  principalOfUpgrade: (request: IncomingMessage) => Principal | null
  /** Whether what it came in by, a session or a key, still counts. */
  isStillIn: (principal: Principal) => boolean
  addressOf: AddressOf
  ownAddress: OwnAddress
  limits: Limits
  clock: Clock
  metrics: Metrics
  logger: Logger
}

type Visitors = { person: Visitor; address: Visitor }

/** Every hook of the library asks for the request; ours read the context instead, so that no cookie travels along. */
const plainRequest = new Request('http://localhost/sync')

/** Of one message; a browser makes one, a proxy perhaps one of every few kilobytes. */
const MOST_FRAGMENTS = 2_048

/** How long the other end may take to answer a close. */
const CLOSE_TIMEOUT_MS = 5_000

/** Where a socket comes in: everything sent from outside is looked at here before the sync library sees it. */
export function openSocketDoor(
  hocuspocus: Hocuspocus<DocumentContext>,
  arrivals: Arrivals,
  { principalOfUpgrade, isStillIn, addressOf, ownAddress, limits, clock, metrics, logger }: DoorDependencies,
): SocketDoor {
  // The types do not know all of them yet.
  const options: ServerOptions & { closeTimeout: number; maxFragments: number } = {
    noServer: true,
    maxPayload: limits.frameBytes,
    maxFragments: MOST_FRAGMENTS,
    // One message of each socket in turn: a flood on one is no flood for the others.
    allowSynchronousEvents: false,
    closeTimeout: CLOSE_TIMEOUT_MS,
  }
  const server = new WebSocketServer(options)
  const open = new Map<WebSocket, Principal>()
  const visitors = createVisitorBook(limits, clock)
  const turns = createTurns()
  let isClosing = false

  const serve = (socket: WebSocket, socketId: string, admitted: Admitted, { person, address }: Visitors) => {
    const isCrowded = person.sockets >= limits.socketsPerPerson || address.sockets >= limits.socketsPerAddress
    if (isCrowded) return closeFor(socket, 'tooMuch')
    person.sockets++
    address.sockets++
    const { principal, only } = admitted
    open.set(socket, principal)
    const hangUp = (reason: CloseReason) => closeFor(socket, reason)
    const context = socketContext({ ...admitted, socketId, hangUp, meters: person.meters }, clock)
    const dialect = only
      ? speakYWebsocket(socket, only.postmortemId, { hasPresence: principal.as === 'person' })
      : speakAsPages(socket)
    const client = hocuspocus.handleConnection(dialect.line, plainRequest, context)
    for (const message of dialect.opening) {
      const frame = readFrame(message)
      if (frame && !isDropped(frame, context)) client.handleMessage(message)
    }
    keepAlive(socket, () => {
      if (!isUnread(socket)) dialect.ping()
    })
    let waitingTurns = 0
    const takeTurn = (work: () => void) => {
      waitingTurns++
      turns(() => {
        waitingTurns--
        work()
      })
    }
    const handOver = (message: Uint8Array) => {
      if (socket.readyState === socket.OPEN) client.handleMessage(message)
    }
    const heard = () => {
      context.line.lastHeardAt = clock()
    }
    socket.on('pong', heard)
    socket.on('ping', () => {
      if (!person.meters.messages(1)) closeFor(socket, 'tooMuch')
    })
    socket.on('message', (data: Buffer, isBinary) => {
      heard()
      if (socket.readyState !== socket.OPEN || (isBinary && dialect.isPong(data)) || isUnread(socket)) return
      const message = isBinary ? dialect.read(data) : null
      const frame = message && readFrame(message)
      const wrong = whatIsWrong(frame, data.length, context, limits)
      if (wrong) return closeFor(socket, wrong)
      if (!message || !frame || isDropped(frame, context)) return
      if (frame.type === MessageType.Sync) arrivals.set(message, performance.now())
      // Opening a document asks the database and answers with the meeting: one at a time, and what follows comes after.
      if (frame.type === MessageType.Auth || waitingTurns > 0) takeTurn(() => handOver(message))
      else client.handleMessage(message)
    })
    socket.on('close', (code, reason) => {
      open.delete(socket)
      for (const visitor of [person, address]) {
        visitor.sockets--
        visitor.leftAt = clock()
      }
      client.handleClose({ code, reason: reason.toString() })
    })
  }

  /** What it is sent piles up here, without end if it never reads. */
  const isUnread = (socket: WebSocket): boolean => {
    if (socket.bufferedAmount <= limits.unreadBytes) return false
    logger.warn({ bytes: socket.bufferedAmount }, 'A socket did not read what it was sent and was cut off')
    socket.terminate()
    return true
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
      if (!isSocketPath(request)) return refuseUpgrade(socket, '404 Not Found')
      if (!ownAddress.isOwnHost(request.headers)) return refuseUpgrade(socket, '421 Misdirected Request')
      if (!ownAddress.isOwnPage(request.headers)) return refuseUpgrade(socket, '403 Forbidden')
      if (isClosing) return refuseUpgrade(socket, '503 Service Unavailable')
      const socketId = newRequestId()
      const admitted = admitOrReport(request, socketId)
      const address = visitors.of(`address ${addressOf(request)}`)
      const person = admitted.ok ? visitors.of(visitorKey(admitted.value.principal)) : address
      if (!person.meters.attachments(1)) return refuseUpgrade(socket, '429 Too Many Requests')
      server.handleUpgrade(request, socket, head, (accepted) => {
        logClose(accepted, logger.child({ socketId }), metrics)
        if (admitted.ok) serve(accepted, socketId, admitted.value, { person, address })
        else closeFor(accepted, admitted.problem)
      })
    },
    figures: () => ({ sockets: open.size, people: visitors.people() }),
    hangUpOnEnded: () => {
      for (const [socket, principal] of open) if (!isStillIn(principal)) closeFor(socket, 'notSignedIn')
    },
    closeAll: (reason) => {
      isClosing = true
      for (const socket of open.keys()) closeFor(socket, reason)
    },
    terminateAll: () => {
      for (const socket of open.keys()) socket.terminate()
    },
  }
}

const closeFor = (socket: WebSocket, reason: CloseReason) =>
  socket.close(closeCodes[reason].code, closeCodes[reason].reason)

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy()) // hung up before it heard why
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

const ordinaryCloses: ReadonlySet<number> = new Set([
  1000,
  1001,
  1005,
  1006,
  closeCodes.shuttingDown.code,
  closeCodes.comeAgain.code,
])

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
