import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Person } from '../../shared/wire/people.ts'
import { hashOfKey } from './secretKey.ts'

type NewSession = { token: string; sessionId: SessionId; personId: PersonId; at: number; browser: string }

export function addSession(
  database: DatabaseSync,
  { token, sessionId, personId, at, browser }: NewSession,
): void {
  database
    .prepare(
      `INSERT INTO sessions (token_hash, session_id, person_id, created_at, last_seen_at, browser)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(hashOfKey(token), sessionId, personId, at, at, browser)
}

/** Null for a session nobody has, or one begun before `notBefore`, in ms. */
export function findSession(
  database: DatabaseSync,
  token: string,
  notBefore: number,
): { person: Person; sessionId: SessionId } | null {
  const row = database
    .prepare(
      `SELECT session_id, person_id, name FROM sessions JOIN people USING (person_id)
       WHERE token_hash = ? AND sessions.created_at >= ?`,
    )
    .get(hashOfKey(token), notBefore)
  if (!row) return null
  // Only ids are written to these two columns.
  const personId = String(row.person_id) as PersonId
  return { person: { personId, name: String(row.name) }, sessionId: String(row.session_id) as SessionId }
}

export const hasSession = (database: DatabaseSync, sessionId: SessionId): boolean =>
  database.prepare('SELECT 1 FROM sessions WHERE session_id = ?').get(sessionId) !== undefined

export type SessionRow = { sessionId: SessionId; startedAt: number; lastSeenAt: number; browser: string }

/** Without those begun before `notBefore`. The one last seen first. */
export const listSessions = (database: DatabaseSync, personId: PersonId, notBefore: number): SessionRow[] =>
  database
    .prepare(
      `SELECT session_id, created_at, last_seen_at, browser FROM sessions
       WHERE person_id = ? AND created_at >= ? ORDER BY last_seen_at DESC, rowid DESC`,
    )
    .all(personId, notBefore)
    .map((row) => ({
      sessionId: String(row.session_id) as SessionId, // only ids are written to this column
      startedAt: Number(row.created_at),
      lastSeenAt: Number(row.last_seen_at),
      browser: String(row.browser),
    }))

export function noteSeen(database: DatabaseSync, sessionId: SessionId, at: number): void {
  database.prepare('UPDATE sessions SET last_seen_at = ? WHERE session_id = ?').run(at, sessionId)
}

/** Whether this person had such a session. */
export const endSession = (database: DatabaseSync, personId: PersonId, sessionId: SessionId): boolean =>
  database.prepare('DELETE FROM sessions WHERE person_id = ? AND session_id = ?').run(personId, sessionId)
    .changes > 0

/** All of a person's but one; null ends them all. */
export function endSessionsExcept(database: DatabaseSync, personId: PersonId, kept: SessionId | null): void {
  database.prepare('DELETE FROM sessions WHERE person_id = ? AND session_id IS NOT ?').run(personId, kept)
}
