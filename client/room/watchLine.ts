import type { ConnectionState } from './connectionState.ts'
import type { ValueStore } from './valueStore.ts'

const CHECK_MS = 500
/** The server pings every four seconds: after one and a half of them nobody may still say that all is well. */
export const SILENT_AFTER_MS = 6_000
/** Then the socket is given up for dead and a new one is opened. */
export const DEAD_AFTER_MS = 10_000
/** An attempt that was sent into a dead line waits for a minute or more, long after the line is back. */
export const STUCK_AFTER_MS = 5_000

/**
 * A line that is cut says nothing, not even that it is cut. Silence makes the room `reconnecting` from the moment it
 * was last heard of; a message on the same socket makes it `live` again. Times are this browser's, in ms.
 */
export function watchLine({
  connection,
  connectingSince,
  connectAgain,
  lastHeardAt,
  isCaughtUp,
  now,
}: {
  connection: ValueStore<ConnectionState>
  /** Null while no attempt is under way. */
  connectingSince: () => number | null
  connectAgain: () => void
  /** 0 before the first message of a socket. */
  lastHeardAt: () => number
  /** The documents are in step on the socket that is open now. */
  isCaughtUp: () => boolean
  now: () => number
}): () => void {
  const timer = setInterval(() => {
    const since = connectingSince()
    if (since !== null && now() - since >= STUCK_AFTER_MS) return connectAgain()
    const heardAt = lastHeardAt()
    if (heardAt === 0) return
    const isSilent = now() - heardAt >= SILENT_AFTER_MS
    const { is } = connection.get()
    if (is === 'live' && isSilent) connection.set({ is: 'reconnecting', since: heardAt })
    if (is === 'reconnecting' && !isSilent && isCaughtUp()) connection.set({ is: 'live' })
  }, CHECK_MS)
  return () => clearInterval(timer)
}
