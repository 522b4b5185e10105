const SHORTEST_MS = 400
const SPREAD_MS = 2_600

/**
 * After a restart everyone comes back at once; each browser waits its own while, in ms. `random` is from 0 to 1. The
 * provider never connects, and does not say so, unless these are whole numbers and `delay` is at least `minDelay`.
 */
export const reconnectDelay = (random: number): { delay: number; minDelay: number } => ({
  delay: SHORTEST_MS + Math.floor(random * SPREAD_MS),
  minDelay: SHORTEST_MS,
})
