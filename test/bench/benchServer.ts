import type * as Y from 'yjs'
import type { TwoHourMeeting } from './twoHourMeeting.ts'

/** User and system time of the whole process since it began, in ms, and the memory it holds now. */
export type Usage = { cpuMs: number; rssMiB: number }

export type BenchClient = {
  doc: Y.Doc
  /** Asks the server to answer once, and waits for it; null where the protocol knows no question. */
  roundTrip: (() => Promise<void>) | null
  close: () => void
}

export type BenchRoom = {
  /** Takes a place in the room, without connecting. What comes out connects, and is there once it is in step. */
  takeSeat: () => Promise<() => Promise<BenchClient>>
}

export type BenchServer = {
  /** An empty room, or one that has this meeting behind it. */
  openRoom: (held?: TwoHourMeeting) => Promise<BenchRoom>
  usage: () => Promise<Usage>
  /** What the rooms take on disk, in bytes; null for a server that stores nothing. */
  bytesOnDisk: (() => number) | null
  stop: () => Promise<void>
}

export const serverKinds = ['ours', 'bareHocuspocus', 'yWebsocketServer', 'relay'] as const
export type ServerKind = (typeof serverKinds)[number]
export type StartServer = () => Promise<BenchServer>
export type RunningServers = Record<ServerKind, BenchServer>

/** Tells whoever waits how far it is. */
export type Say = (line: string) => void
