/** Milliseconds since 1970, UTC. Handed in, never taken: `Date.now()` stands in `server/main.ts` and in the browser's `serverClock.ts` only. */
export type Clock = () => number
