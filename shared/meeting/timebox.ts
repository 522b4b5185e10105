import * as z from 'zod/mini'

/** Stores when it ends, never what is left: every screen counts down from its own corrected clock. */
export const timebox = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle') }),
  z.object({ state: z.literal('running'), runningSince: z.number(), endsAt: z.number() }),
  z.object({ state: z.literal('paused'), remainingMs: z.number() }),
])
export type Timebox = z.infer<typeof timebox>

/** Negative once the timebox has overrun; null when nothing is being timed. */
export function remainingMs(timebox: Timebox, now: number): number | null {
  switch (timebox.state) {
    case 'idle':
      return null
    case 'running':
      return timebox.endsAt - now
    case 'paused':
      return timebox.remainingMs
  }
}

export const runningTimebox = (remainingMs: number, now: number): Timebox => ({
  state: 'running',
  runningSince: now,
  endsAt: now + remainingMs,
})

/** Added to what is there, so two people extending at once both count. */
export function extendTimebox(timebox: Timebox, minutes: number): Timebox {
  const addedMs = minutes * 60_000
  switch (timebox.state) {
    case 'idle':
      return timebox
    case 'running':
      return { ...timebox, endsAt: timebox.endsAt + addedMs }
    case 'paused':
      return { ...timebox, remainingMs: timebox.remainingMs + addedMs }
  }
}
