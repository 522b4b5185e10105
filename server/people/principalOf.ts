import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { Principal } from './principal.ts'
import { hashOfKey } from './secretKey.ts'
import type { SessionBook } from './sessionBook.ts'
import { SESSION_MOST_MS, sessionTokenIn } from './sessionCookie.ts'
import { findSession } from './sessionRows.ts'
import { postmortemOfStageKey } from './stageKeyRows.ts'

export type PrincipalOf = (headers: IncomingHttpHeaders) => Principal | null

export type PrincipalDependencies = {
  database: DatabaseSync
  clock: Clock
  operatorKey: string
  seen: SessionBook['seen']
}

/**
 * A key in the `Authorization` header wins over a cookie, so that the shared screen can do no more in the facilitator's
 * own browser. A key that fits nothing is nobody, whatever cookie comes with it.
 */
export const createPrincipalOf =
  ({ database, clock, operatorKey, seen }: PrincipalDependencies): PrincipalOf =>
  ({ authorization, cookie }) => {
    if (authorization !== undefined) {
      const [, scheme, key = ''] = /^(\w+) +([\w-]+)$/.exec(authorization) ?? []
      if (scheme === 'Stage') return projectorWith(database, key)
      return scheme === 'Operator' && isSameKey(key, operatorKey) ? { as: 'operator' } : null
    }
    const token = sessionTokenIn(cookie)
    const session = token === null ? null : findSession(database, token, clock() - SESSION_MOST_MS)
    if (!session) return null
    seen(session.sessionId)
    return { as: 'person', ...session }
  }

/** At a socket's upgrade a browser cannot set headers: the shared screen's key comes as the query's `stage`. */
export const createPrincipalOfUpgrade =
  (database: DatabaseSync, principalOf: PrincipalOf) =>
  ({ url = '', headers }: IncomingMessage): Principal | null => {
    const stageKey = new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('stage')
    return stageKey === null ? principalOf(headers) : projectorWith(database, stageKey)
  }

function projectorWith(database: DatabaseSync, stageKey: string): Principal | null {
  const postmortemId = postmortemOfStageKey(database, stageKey)
  return postmortemId && { as: 'projector', postmortemId, stageKeyHash: hashOfKey(stageKey).toString('hex') }
}

const isSameKey = (a: string, b: string): boolean => timingSafeEqual(hashOfKey(a), hashOfKey(b))
