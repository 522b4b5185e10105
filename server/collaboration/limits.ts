import { MOST_PRESENCE_BYTES } from '../../shared/wire/presence.ts'

/** What one socket may ask of the server. All of it is far above what a page of ours does by itself. */
export const limits = {
  /** One WebSocket frame. A page that was offline sends all it wrote in one. */
  mostFrameBytes: 4 * 1024 * 1024,
  mostNamesRemembered: 8,
  mostUpdateBytes: 2 * 1024 * 1024,
  mostPresenceBytes: MOST_PRESENCE_BYTES,
  /** Open sockets of one person or one stage key: tabs, phones, a laptop that has not noticed it went offline. */
  mostSocketsPerPrincipal: 40,
  /** Thirty minutes of typing offline arrive as single messages the moment the page is back. */
  messages: { burst: 10_000, perSecond: 200 },
  bytes: { burst: 16 * 1024 * 1024, perSecond: 512 * 1024 },
  /** Each is answered with what the page lacks of the document, at worst all of it. */
  stateRequests: { burst: 20, perSecond: 1 },
  attachments: { burst: 20, perSecond: 1 },
  /** Updates whose predecessors are missing: they are dropped and asked for again. */
  gaps: { burst: 20, perSecond: 0.5 },
} as const

/** Snapshot when the log since the last one outgrows both this and half of that snapshot. */
export const COMPACT_ABOVE_BYTES = 64 * 1024
/** Least time between two commits while people type. Pages ask every 250 ms, so nobody sees it; each costs CPU. */
export const COMMIT_FLOOR_MS = 40
export const RETRY_FIRST_MS = 100
export const RETRY_MOST_MS = 5_000
/** Pages call a line silent after 6 s; a line dead at their end is noticed here within twice this. */
export const HEARTBEAT_MS = 4_000
/** Twice within the five seconds a graceful stop may take: for the pages to let go, and for the disk. */
export const CLOSE_DEADLINE_MS = 2_000
