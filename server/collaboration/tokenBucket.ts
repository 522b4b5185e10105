import type { Clock } from '../../shared/clock.ts'

/** True while there is enough left; a burst is allowed, a flood is not. */
export type TokenBucket = (amount: number) => boolean

export function tokenBucket(
  { burst, perSecond }: { burst: number; perSecond: number },
  clock: Clock,
): TokenBucket {
  let left = burst
  let filledAt = clock()
  return (amount) => {
    const now = clock()
    // A clock that was set back must not empty the bucket.
    left = Math.min(burst, left + (Math.max(0, now - filledAt) / 1_000) * perSecond)
    filledAt = now
    if (left < amount) return false
    left -= amount
    return true
  }
}
