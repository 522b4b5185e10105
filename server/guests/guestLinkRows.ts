import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { GuestLinkId, PersonId, PostmortemId } from '../../shared/ids.ts'
import { type GuestLink, guestRole } from '../../shared/wire/access.ts'
import { hashOfKey } from '../people/secretKey.ts'

type NewGuestLink = Omit<GuestLink, 'madeBy'> & {
  key: string
  postmortemId: PostmortemId
  madeBy: PersonId
  at: number
}

export function addGuestLink(database: DatabaseSync, link: NewGuestLink): void {
  const { guestLinkId, key, postmortemId, role, hasLobby, madeBy, at, expiresAt } = link
  database
    .prepare(
      `INSERT INTO guest_links
       (guest_link_id, key_hash, postmortem_id, role, has_lobby, made_by, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(guestLinkId, hashOfKey(key), postmortemId, role, hasLobby ? 1 : 0, madeBy, at, expiresAt)
}

export type FoundGuestLink = GuestLink & { postmortemId: PostmortemId; workspaceName: string }

/** Whoever leaves the workspace leaves no way in behind: what they made lets nobody else in. */
const open = `SELECT guest_link_id, l.postmortem_id, l.role, expires_at, has_lobby, people.name AS maker,
    workspaces.name AS workspace
  FROM guest_links AS l JOIN postmortems USING (postmortem_id) JOIN workspaces USING (workspace_id)
  JOIN memberships AS m ON m.workspace_id = workspaces.workspace_id AND m.person_id = made_by
  JOIN people ON people.person_id = made_by
  WHERE revoked_at IS NULL AND expires_at > ?`

/** Null for a key nobody was given, and for a link that lets nobody in any more. */
export function openGuestLinkWith(database: DatabaseSync, key: string, now: number): FoundGuestLink | null {
  const row = database.prepare(`${open} AND key_hash = ?`).get(now, hashOfKey(key))
  return row ? guestLinkOf(row) : null
}

/** In the order they were made. */
export const openGuestLinksOf = (
  database: DatabaseSync,
  postmortemId: PostmortemId,
  now: number,
): FoundGuestLink[] =>
  database
    .prepare(`${open} AND l.postmortem_id = ? ORDER BY l.created_at, l.rowid`)
    .all(now, postmortemId)
    .map(guestLinkOf)

/** Whether there was such a link, and nobody had revoked it yet. */
export const revokeGuestLink = (
  database: DatabaseSync,
  { postmortemId, guestLinkId }: { postmortemId: PostmortemId; guestLinkId: GuestLinkId },
  at: number,
): boolean =>
  database
    .prepare(
      `UPDATE guest_links SET revoked_at = ?
       WHERE postmortem_id = ? AND guest_link_id = ? AND revoked_at IS NULL`,
    )
    .run(at, postmortemId, guestLinkId).changes > 0

export function giveLobbies(database: DatabaseSync, postmortemId: PostmortemId): void {
  database.prepare('UPDATE guest_links SET has_lobby = 1 WHERE postmortem_id = ?').run(postmortemId)
}

const guestLinkOf = (row: Record<string, SQLOutputValue>): FoundGuestLink => ({
  // Only ids are written to these two columns.
  guestLinkId: String(row.guest_link_id) as GuestLinkId,
  postmortemId: String(row.postmortem_id) as PostmortemId,
  role: guestRole.parse(row.role),
  expiresAt: Number(row.expires_at),
  hasLobby: row.has_lobby === 1,
  madeBy: String(row.maker),
  workspaceName: String(row.workspace),
})
