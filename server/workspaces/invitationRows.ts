import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { InvitationId, PersonId, WorkspaceId } from '../../shared/ids.ts'
import { type WorkspaceRole, workspaceRole } from '../../shared/people/workspaceRoles.ts'
import type { OpenInvitation } from '../../shared/wire/workspaces.ts'
import { hashOfKey } from '../people/secretKey.ts'

type NewInvitation = {
  invitationId: InvitationId
  key: string
  workspaceId: WorkspaceId
  email: string
  role: WorkspaceRole
  invitedBy: PersonId
  at: number
  expiresAt: number
}

export function addInvitation(database: DatabaseSync, invitation: NewInvitation): void {
  const { invitationId, key, workspaceId, email, role, invitedBy, at, expiresAt } = invitation
  database
    .prepare(
      `INSERT INTO invitations
       (invitation_id, key_hash, workspace_id, email, role, invited_by, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(invitationId, hashOfKey(key), workspaceId, email, role, invitedBy, at, expiresAt)
}

export type FoundInvitation = OpenInvitation & { workspaceId: WorkspaceId; workspaceName: string }

const open = `SELECT invitation_id, workspace_id, workspaces.name AS workspace, email, role, people.name AS inviter, expires_at
  FROM invitations JOIN workspaces USING (workspace_id) JOIN people ON person_id = invited_by
  WHERE settled_at IS NULL AND expires_at > ?`

export function invitationWith(database: DatabaseSync, key: string, now: number): FoundInvitation | null {
  const row = database.prepare(`${open} AND key_hash = ?`).get(now, hashOfKey(key))
  return row ? invitationOf(row) : null
}

/** The newest of those that wait for this address. */
export function invitationFor(database: DatabaseSync, email: string, now: number): FoundInvitation | null {
  const row = database
    .prepare(`${open} AND email = ? ORDER BY invitations.created_at DESC, invitations.rowid DESC`)
    .get(now, email)
  return row ? invitationOf(row) : null
}

export const openInvitationsIn = (
  database: DatabaseSync,
  workspaceId: WorkspaceId,
  now: number,
): FoundInvitation[] =>
  database
    .prepare(`${open} AND workspace_id = ? ORDER BY invitations.created_at, invitations.rowid`)
    .all(now, workspaceId)
    .map(invitationOf)

/** Accepted or withdrawn: its link does nothing any more. */
export function settleInvitation(database: DatabaseSync, invitationId: InvitationId, at: number): void {
  database.prepare('UPDATE invitations SET settled_at = ? WHERE invitation_id = ?').run(at, invitationId)
}

/** Whoever invited may know the link still: it must not be a way back in. */
export function settleInvitationsBy(
  database: DatabaseSync,
  { workspaceId, personId, at }: { workspaceId: WorkspaceId; personId: PersonId; at: number },
): void {
  database
    .prepare(
      'UPDATE invitations SET settled_at = ? WHERE workspace_id = ? AND invited_by = ? AND settled_at IS NULL',
    )
    .run(at, workspaceId, personId)
}

const invitationOf = (row: Record<string, SQLOutputValue>): FoundInvitation => ({
  // Only ids are written to these two columns.
  invitationId: String(row.invitation_id) as InvitationId,
  workspaceId: String(row.workspace_id) as WorkspaceId,
  workspaceName: String(row.workspace),
  email: String(row.email),
  role: workspaceRole.parse(row.role),
  invitedBy: String(row.inviter),
  expiresAt: Number(row.expires_at),
})
