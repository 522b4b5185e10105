import type { Clock } from '../../shared/clock.ts'
import type { Limits } from '../limits.ts'
import type { SocketPrincipal } from './socketContext.ts'
import { type TokenBucket, tokenBucket } from './tokenBucket.ts'

export type Meter = 'messages' | 'bytes' | 'stateRequests' | 'attachments' | 'gaps' | 'writers' | 'mergingMs'

export type Meters = Record<Meter, TokenBucket>

/** One person, one shared screen or one address, with all their sockets together. */
export type Visitor = { meters: Meters; sockets: number; leftAt: number }

export type VisitorBook = {
  of: (key: string) => Visitor
  /** How many people have a socket open. */
  people: () => number
}

/** By then every bucket is full again. */
const FORGET_AFTER_MS = 10 * 60_000
const SWEEP_EVERY_MS = 60_000

/** Who has sockets here, or had some lately: coming back on a new socket must not refill what was used up on the last. */
export function createVisitorBook(limits: Limits, clock: Clock): VisitorBook {
  const visitors = new Map<string, Visitor>()
  let sweptAt = clock()
  const forgetGone = () => {
    if (clock() - sweptAt < SWEEP_EVERY_MS) return
    sweptAt = clock()
    for (const [key, { sockets, leftAt }] of visitors) {
      if (sockets === 0 && clock() - leftAt > FORGET_AFTER_MS) visitors.delete(key)
    }
  }
  return {
    of: (key) => {
      const known = visitors.get(key)
      if (known) return known
      forgetGone()
      const visitor = { meters: metersOf(limits, clock), sockets: 0, leftAt: clock() }
      visitors.set(key, visitor)
      return visitor
    },
    people: () => [...visitors].filter(([key, { sockets }]) => sockets > 0 && key.startsWith(PERSON)).length,
  }
}

const PERSON = 'person '

export const visitorKey = (principal: SocketPrincipal): string =>
  principal.as === 'person' ? `${PERSON}${principal.person.personId}` : `stage ${principal.postmortemId}`

const metersOf = (limits: Limits, clock: Clock): Meters => ({
  messages: tokenBucket({ burst: limits.messagesBurst, perSecond: limits.messagesPerSecond }, clock),
  bytes: tokenBucket({ burst: limits.bytesBurst, perSecond: limits.bytesPerSecond }, clock),
  stateRequests: tokenBucket(
    { burst: limits.stateRequestsBurst, perSecond: limits.stateRequestsPerSecond },
    clock,
  ),
  attachments: tokenBucket({ burst: limits.attachmentsBurst, perSecond: limits.attachmentsPerSecond }, clock),
  gaps: tokenBucket({ burst: limits.gapsBurst, perSecond: limits.gapsPerSecond }, clock),
  writers: tokenBucket({ burst: limits.writersBurst, perSecond: limits.writersPerSecond }, clock),
  mergingMs: tokenBucket({ burst: limits.mergingMsBurst, perSecond: limits.mergingMsPerSecond }, clock),
})
