import { type BrowserTime, browserTime, type ServerClock } from './serverClock.ts'

/** The server's time in whole steps of `everyMs`, so that figures tick together on every screen. */
export function steppedTime(clock: Pick<ServerClock, 'now'>, everyMs: number): number | null {
  const now = clock.now()
  return now === null ? null : Math.floor(now / everyMs) * everyMs
}

/** Calls back with each step of the server's time, and at once when it turns out to be another. */
export function tickServerTime(
  clock: Pick<ServerClock, 'now' | 'onAdjusted'>,
  everyMs: number,
  changed: () => void,
  { after }: Pick<BrowserTime, 'after'> = browserTime,
): () => void {
  let cancel = () => {}
  const arm = () => {
    cancel()
    cancel = after(everyMs - ((clock.now() ?? 0) % everyMs), tick)
  }
  const tick = () => {
    arm()
    changed()
  }
  arm()
  const stopFollowing = clock.onAdjusted(tick)
  return () => {
    stopFollowing()
    cancel()
  }
}
