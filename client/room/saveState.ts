import type { ConnectionState } from './connectionState.ts'
import { OFFLINE_AFTER_MS, QUIET_BLIP_MS } from './steadyLine.ts'
import type { Missed } from './trackMissed.ts'

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
  /** Back after a gap, with all saved; shown for a few seconds. */
  | ({ is: 'merged' } & CaughtUp)
  | { is: 'reading' }

/** What was made up for after a gap: this browser's own changes, and what others did meanwhile. */
export type CaughtUp = Missed & { changes: number }

/** What is known about the changes of this browser; times are this browser's own, in ms. */
export type SavingFacts = {
  /** As people are told of it. */
  line: ConnectionState
  mayEdit: boolean
  /** Changes not yet known to be on the server's disk. */
  changes: number
  /** The server has confirmed since the last connect that all this browser holds is on disk. */
  isConfirmed: boolean
  /** All was confirmed when the connection was lost for a blip: until then, that is still true of every change here. */
  trustedUntil: number
  /** When the oldest unconfirmed change was made, or the connection that has to confirm began. */
  changedAt: number | null
  /** The server has acknowledged every one of them, in memory. */
  isReceived: boolean
  isHeld: boolean
  caughtUp: (CaughtUp & { at: number }) | null
}

const QUIET_SAVING_MS = 600
/** Own changes are a few words; what others did meanwhile takes longer to read. */
const MERGED_SHOWN_MS = 4_000
const CAUGHT_UP_SHOWN_MS = 8_000

export function saveStateOf(facts: SavingFacts, now: number): SaveState {
  const { line, changes, caughtUp } = facts
  if (line.is === 'connecting') return { is: 'opening' }
  if (line.is === 'reconnecting') {
    const goneMs = now - line.since
    if (goneMs >= OFFLINE_AFTER_MS) return { is: 'offline', changes }
    if (goneMs >= QUIET_BLIP_MS) return { is: 'reconnecting', changes }
  }
  if (line.is === 'refused') return { is: 'offline', changes }
  if (caughtUp && changes === 0 && now - caughtUp.at < shownMs(caughtUp)) {
    const { at: _, ...said } = caughtUp
    return { is: 'merged', ...said }
  }
  if (!facts.mayEdit && changes === 0) return { is: 'reading' }
  if (facts.isHeld) return { is: 'held', changes }
  if (changes === 0 && (facts.isConfirmed || now < facts.trustedUntil)) return { is: 'saved' }
  const isQuiet = facts.changedAt === null || now - facts.changedAt < QUIET_SAVING_MS
  return { is: 'saving', reached: facts.isReceived ? 'server' : 'device', isQuiet }
}

const shownMs = ({ movedTo, edits }: Missed) =>
  movedTo !== null || edits > 0 ? CAUGHT_UP_SHOWN_MS : MERGED_SHOWN_MS
