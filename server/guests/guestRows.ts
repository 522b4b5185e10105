import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { GuestLinkId, PersonId, PostmortemId } from '../../shared/ids.ts'
import { type Guest, guestRole } from '../../shared/wire/access.ts'
import type { GuestVisit } from '../../shared/wire/people.ts'

/** Long enough to say in the morning that it was over last night. */
const FORGET_OVER_MS = 24 * 60 * 60 * 1_000

/** The moment from which a visit `g` by the link `l` is over. */
const overAt = `min(coalesce(g.revoked_at, l.expires_at), coalesce(l.revoked_at, l.expires_at), l.expires_at)`

const visits = `SELECT g.postmortem_id, g.person_id, name, role, admitted_at, expires_at, g.guest_link_id, g.revoked_at AS asked_to_leave,
    ${overAt} AS over_at, l.revoked_at IS NOT NULL OR l.expires_at <= :now AS is_link_over,
    g.revoked_at IS NOT NULL OR l.revoked_at IS NOT NULL OR l.expires_at <= :now AS is_over
  FROM guests AS g JOIN guest_links AS l USING (guest_link_id) JOIN people USING (person_id)`
const isRecent = `${overAt} > :now - ${FORGET_OVER_MS}`

/** Where someone is a guest, the newest first; what has been over for a day is left out. */
export const visitsOf = (database: DatabaseSync, personId: PersonId, now: number): GuestVisit[] =>
  database
    .prepare(
      `${visits} WHERE g.person_id = :personId AND ${isRecent} ORDER BY arrived_at DESC, g.postmortem_id`,
    )
    .all({ personId, now })
    .map((row) => ({
      postmortemId: String(row.postmortem_id) as PostmortemId, // only ids are written to this column
      state: stateIn(row),
      expiresAt: Number(row.expires_at),
    }))

/** Those waiting first, then those inside; whoever has been gone for a day is left out. */
export const guestsOf = (database: DatabaseSync, postmortemId: PostmortemId, now: number): Guest[] =>
  database
    .prepare(
      `${visits} WHERE g.postmortem_id = :postmortemId AND ${isRecent}
       ORDER BY is_over, admitted_at IS NOT NULL, arrived_at, g.person_id`,
    )
    .all({ postmortemId, now })
    .map(guestOf)

export type FoundGuest = Guest & {
  /** The one they came by last. */
  guestLinkId: GuestLinkId
  /** It was revoked, or has expired. */
  isLinkOver: boolean
  /** Someone ended this very visit. */
  wasAskedToLeave: boolean
}

export function findGuest(
  database: DatabaseSync,
  { postmortemId, personId }: WhichGuest,
  now: number,
): FoundGuest | null {
  const row = database
    .prepare(`${visits} WHERE g.postmortem_id = :postmortemId AND g.person_id = :personId`)
    .get({ postmortemId, personId, now })
  if (!row) return null
  return {
    ...guestOf(row),
    guestLinkId: String(row.guest_link_id) as GuestLinkId, // only ids are written to this column
    isLinkOver: row.is_link_over === 1,
    wasAskedToLeave: row.asked_to_leave !== null,
  }
}

export type WhichGuest = { postmortemId: PostmortemId; personId: PersonId }

/** A visit by this link, in place of an earlier one. `isIn`: the link lets people in by itself. */
export function beginVisit(
  database: DatabaseSync,
  {
    postmortemId,
    personId,
    guestLinkId,
    at,
    isIn,
  }: WhichGuest & { guestLinkId: GuestLinkId; at: number; isIn: boolean },
): void {
  database
    .prepare(
      `INSERT INTO guests (postmortem_id, person_id, guest_link_id, arrived_at, admitted_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (postmortem_id, person_id) DO UPDATE SET guest_link_id = excluded.guest_link_id,
         arrived_at = excluded.arrived_at, admitted_at = excluded.admitted_at, admitted_by = NULL, revoked_at = NULL`,
    )
    .run(postmortemId, personId, guestLinkId, at, isIn ? at : null)
}

/** By somebody's hand; also somebody who was asked to leave by mistake. */
export function admitGuest(
  database: DatabaseSync,
  { postmortemId, personId }: WhichGuest,
  { by, at }: { by: PersonId; at: number },
): void {
  database
    .prepare(
      `UPDATE guests SET admitted_at = ?, admitted_by = ?, revoked_at = NULL WHERE postmortem_id = ? AND person_id = ?`,
    )
    .run(at, by, postmortemId, personId)
}

export function revokeGuest(
  database: DatabaseSync,
  { postmortemId, personId }: WhichGuest,
  at: number,
): void {
  database
    .prepare('UPDATE guests SET revoked_at = ? WHERE postmortem_id = ? AND person_id = ?')
    .run(at, postmortemId, personId)
}

/** Whoever came in without anybody letting them in waits to be let in. */
export function sendToLobby(database: DatabaseSync, postmortemId: PostmortemId): void {
  database
    .prepare('UPDATE guests SET admitted_at = NULL WHERE postmortem_id = ? AND admitted_by IS NULL')
    .run(postmortemId)
}

const stateIn = ({ is_over, admitted_at }: Record<string, SQLOutputValue>): GuestVisit['state'] => {
  if (is_over === 1) return 'over'
  return admitted_at === null ? 'waiting' : 'admitted'
}

const guestOf = (row: Record<string, SQLOutputValue>): Guest => ({
  personId: String(row.person_id) as PersonId, // only ids are written to this column
  name: String(row.name),
  role: guestRole.parse(row.role),
  state: stateIn(row),
  expiresAt: Number(row.expires_at),
})
