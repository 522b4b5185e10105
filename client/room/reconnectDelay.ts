import { closeCodes } from '../../shared/wire/closeCodes.ts'

const SHORTEST_MS = 400
/** A server that goes down tells everyone in the same moment: they come back spread over this long. */
const SPREAD_MS = 3_600
/** A line that broke is this browser's own trouble, as a rule, and may be back at once. */
const OWN_SPREAD_MS = 800
/** However long the server was away, everyone has tried within this of its return. */
const LONGEST_MS = 4_000

type Delay = { delay: number; minDelay: number; maxDelay: number }

/**
 * How long to wait before connecting again after a close with `code`, in ms. `random` is from 0 to 1. The provider never
 * connects, and does not say so, unless these are whole numbers and `delay` is at least `minDelay`. Attempts that fail
 * are spread by the provider itself, between `minDelay` and a wait that doubles up to `maxDelay`.
 */
export function reconnectDelay(random: number, code: number | null = null): Delay {
  const spread = code === closeCodes.shuttingDown.code ? SPREAD_MS : OWN_SPREAD_MS
  return {
    delay: SHORTEST_MS + Math.floor(random * spread),
    minDelay: SHORTEST_MS,
    maxDelay: LONGEST_MS,
  }
}
