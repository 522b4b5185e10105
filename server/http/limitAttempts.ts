import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Refused } from './problems.ts'

/** Counts one attempt under a key, an address or an account say. Null while there are attempts left. */
export type CountAttempt = (key: string) => Promise<Refused | null>

/** Kept in memory: a restart forgives. Time is the process's own, so a stopped test clock stops nobody. */
export function limitAttempts({ most, perSeconds }: { most: number; perSeconds: number }): CountAttempt {
  const limiter = new RateLimiterMemory({ points: most, duration: perSeconds })
  return async (key) => {
    try {
      await limiter.consume(key)
      return null
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      return {
        reason: 'tooManyAttempts',
        retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)),
      }
    }
  }
}
