import type { DatabaseSync } from 'node:sqlite'
import type { Request, Response } from 'express'
import type { Clock } from '../../shared/clock.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import { browserInWords } from './browserInWords.ts'
import { newSecretKey } from './secretKey.ts'
import { setSessionCookie } from './sessionCookie.ts'
import { addSession } from './sessionRows.ts'

export type SessionDependencies = { database: DatabaseSync; clock: Clock; newId: () => SessionId }

/** Belongs in the transaction of whatever lets them in: a cookie for a session that was not stored signs nobody in. */
export function beginSession(
  { database, clock, newId }: SessionDependencies,
  personId: PersonId,
  { request, response }: { request: Request; response: Response },
): void {
  const token = newSecretKey()
  const browser = browserInWords(request.get('user-agent') ?? '')
  addSession(database, { token, sessionId: newId(), personId, at: clock(), browser })
  setSessionCookie(request, response, token)
}
