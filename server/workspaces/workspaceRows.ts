import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { PersonId, WorkspaceId } from '../../shared/ids.ts'
import { type WorkspaceRole, workspaceRole } from '../../shared/people/workspaceRoles.ts'
import type { Membership } from '../../shared/wire/people.ts'
import type { Colleague } from '../../shared/wire/workspaces.ts'

// Only ids are written to the id columns.
const workspaceIdIn = (row: Record<string, SQLOutputValue>) => String(row.workspace_id) as WorkspaceId

export function addWorkspace(
  database: DatabaseSync,
  { workspaceId, name, at }: { workspaceId: WorkspaceId; name: string; at: number },
): void {
  database
    .prepare('INSERT INTO workspaces (workspace_id, name, created_at) VALUES (?, ?, ?)')
    .run(workspaceId, name, at)
}

export function renameWorkspace(database: DatabaseSync, workspaceId: WorkspaceId, name: string): void {
  database.prepare('UPDATE workspaces SET name = ? WHERE workspace_id = ?').run(name, workspaceId)
}

/** The one that was there before anybody came: what the command line makes belongs to it. */
export function firstWorkspace(database: DatabaseSync): WorkspaceId {
  const row = database.prepare('SELECT workspace_id FROM workspaces ORDER BY created_at, rowid').get()
  if (!row) throw new Error('There is no workspace, although the database is made with one.')
  return workspaceIdIn(row)
}

export const hasOwner = (database: DatabaseSync): boolean =>
  database.prepare("SELECT 1 FROM memberships WHERE role = 'owner'").get() !== undefined

/** In the order of their names. */
export const membershipsOf = (database: DatabaseSync, personId: PersonId): Membership[] =>
  database
    .prepare(
      `SELECT workspace_id, name, role FROM memberships JOIN workspaces USING (workspace_id)
       WHERE person_id = ? ORDER BY name COLLATE NOCASE, workspaces.rowid`,
    )
    .all(personId)
    .map((row) => ({
      workspaceId: workspaceIdIn(row),
      name: String(row.name),
      role: workspaceRole.parse(row.role),
    }))

export const membershipIn = (
  database: DatabaseSync,
  personId: PersonId,
  workspaceId: WorkspaceId,
): Membership | null =>
  membershipsOf(database, personId).find((membership) => membership.workspaceId === workspaceId) ?? null

/** Adds someone, or gives them another role. */
export function setMembership(
  database: DatabaseSync,
  {
    workspaceId,
    personId,
    role,
    at,
  }: { workspaceId: WorkspaceId; personId: PersonId; role: WorkspaceRole; at: number },
): void {
  database
    .prepare(
      `INSERT INTO memberships (workspace_id, person_id, role, created_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (workspace_id, person_id) DO UPDATE SET role = excluded.role`,
    )
    .run(workspaceId, personId, role, at)
}

/** In the order of their names. */
export const colleaguesIn = (database: DatabaseSync, workspaceId: WorkspaceId): Colleague[] =>
  database
    .prepare(
      `SELECT person_id, people.name, email, role FROM memberships JOIN people USING (person_id)
       LEFT JOIN accounts USING (person_id) WHERE workspace_id = ? ORDER BY people.name COLLATE NOCASE, person_id`,
    )
    .all(workspaceId)
    .map((row) => ({
      personId: String(row.person_id) as PersonId,
      name: String(row.name),
      email: row.email === null ? null : String(row.email),
      role: workspaceRole.parse(row.role),
    }))
