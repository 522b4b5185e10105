import type { ConnectionState } from './connectionState.ts'
import { type ValueStore, valueStore } from './valueStore.ts'

/** A gap shorter than this is nobody's business. */
export const QUIET_BLIP_MS = 2_000
/** A gap longer than this is working offline. */
export const OFFLINE_AFTER_MS = 10_000
/** A line that breaks again sooner than this was not back. */
export const STEADY_AFTER_MS = 1_500

/**
 * The connection as a person is told of it. Once a gap has been shown, the line is back only when it has held for a
 * while: one that comes and goes every second changes what is shown once, not sixty times a minute.
 */
export function steadyLine(
  connection: ValueStore<ConnectionState>,
  now: () => number,
): { line: ValueStore<ConnectionState>; stop: () => void } {
  const line = valueStore(connection.get())
  let holding: ReturnType<typeof setTimeout> | undefined
  const shownLossSince = () => {
    const shown = line.get()
    return shown.is === 'reconnecting' && now() - shown.since >= QUIET_BLIP_MS ? shown.since : null
  }
  /** What is shown stays as it is: neither back to nothing, nor on to offline for a line that was there a moment ago. */
  const goesOnSince = (shownSince: number, lostSince: number) =>
    now() - shownSince >= OFFLINE_AFTER_MS ? shownSince : Math.max(shownSince, lostSince - QUIET_BLIP_MS)
  const stopFollowing = connection.subscribe(() => {
    const state = connection.get()
    const shownSince = shownLossSince()
    clearTimeout(holding)
    if (shownSince === null || (state.is !== 'live' && state.is !== 'reconnecting')) return line.set(state)
    if (state.is === 'live') holding = setTimeout(() => line.set(state), STEADY_AFTER_MS)
    else line.set({ ...state, since: goesOnSince(shownSince, state.since) })
  })
  return {
    line,
    stop: () => {
      stopFollowing()
      clearTimeout(holding)
    },
  }
}
