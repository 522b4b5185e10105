import type { ConnectionState } from './connectionState.ts'

/** Where this browser's changes are. `saved` is said only when the server has them on disk. */
export type SaveState =
  | { is: 'opening' }
  | { is: 'saved' }
  /** `device`: not yet acknowledged. `server`: received, not yet on disk. `isQuiet`: too short to make words of it. */
  | { is: 'saving'; reached: 'device' | 'server'; isQuiet: boolean }
  /** The server has the changes and cannot write them. */
  | { is: 'held'; changes: number }
  | { is: 'reconnecting'; changes: number }
  | { is: 'offline'; changes: number }
  /** Back after a gap; shown for a few seconds. */
  | { is: 'merged'; changes: number }
  | { is: 'reading' }

/** What is known about the changes of this browser; times are this browser's own, in ms. */
export type SavingFacts = {
  connection: ConnectionState
  mayEdit: boolean
  /** Changes not yet known to be on the server's disk. */
  changes: number
  /** The server has confirmed since the last connect that all this browser holds is on disk. */
  isConfirmed: boolean
  /** When the oldest unconfirmed change was made, or the connection that has to confirm began. */
  changedAt: number | null
  /** The server has acknowledged every one of them, in memory. */
  isReceived: boolean
  isHeld: boolean
  merged: { changes: number; at: number } | null
}

const QUIET_SAVING_MS = 600
const OFFLINE_AFTER_MS = 10_000
const MERGED_SHOWN_MS = 4_000
/** A blip of the connection shorter than this is nobody's business. */
const QUIET_BLIP_MS = 2_000

export function saveStateOf(facts: SavingFacts, now: number): SaveState {
  const { connection, changes } = facts
  if (connection.is === 'connecting') return { is: 'opening' }
  if (connection.is === 'reconnecting') {
    const goneMs = now - connection.since
    if (goneMs >= OFFLINE_AFTER_MS) return { is: 'offline', changes }
    if (goneMs >= QUIET_BLIP_MS) return { is: 'reconnecting', changes }
  }
  if (connection.is === 'refused') return { is: 'offline', changes }
  if (!facts.mayEdit && changes === 0) return { is: 'reading' }
  if (facts.isHeld) return { is: 'held', changes }
  if (facts.merged && now - facts.merged.at < MERGED_SHOWN_MS && changes === 0) {
    return { is: 'merged', changes: facts.merged.changes }
  }
  if (changes === 0 && facts.isConfirmed) return { is: 'saved' }
  const isQuiet = facts.changedAt === null || now - facts.changedAt < QUIET_SAVING_MS
  return { is: 'saving', reached: facts.isReceived ? 'server' : 'device', isQuiet }
}
