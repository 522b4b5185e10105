import { closeCodes } from '../../shared/wire/closeCodes.ts'

const SHORTEST_MS = 400
/**
 * A server that goes down tells everyone in the same moment: they come back spread over so long, and however long it was
 * away, all have tried within that time of its return.
 */
const afterRestart = { spreadMs: 3_600, longestMs: 4_000 }
/** A line that broke is this browser's own trouble, as a rule, and may be back at once. */
const afterLoss = { spreadMs: 800, longestMs: 2_000 }

type Delay = { delay: number; minDelay: number; maxDelay: number }

/**
 * How long to wait before connecting again after a close with `code`, in ms. `random` is from 0 to 1. The provider never
 * connects, and does not say so, unless these are whole numbers and `delay` is at least `minDelay`. Attempts that fail
 * are spread by the provider itself, between `minDelay` and what `delay` is by then, at most `maxDelay`.
 */
export function reconnectDelay(random: number, code: number | null = null): Delay {
  const { spreadMs, longestMs } = code === closeCodes.shuttingDown.code ? afterRestart : afterLoss
  return {
    delay: SHORTEST_MS + Math.floor(random * spreadMs),
    minDelay: SHORTEST_MS,
    maxDelay: longestMs,
  }
}
