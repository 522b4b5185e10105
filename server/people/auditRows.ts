import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, PostmortemId, WorkspaceId } from '../../shared/ids.ts'
import type { AuditAction } from '../../shared/people/auditActions.ts'

export type NewAuditEntry = {
  at: number
  action: AuditAction
  /** Null where the command line acted. */
  by: PersonId | null
  /** Left out where it concerns the person alone: then it stands in the log of each of their workspaces. */
  workspaceId?: WorkspaceId
  postmortemId?: PostmortemId
  /** Whom or what it concerns, as it is called now. Never what somebody wrote or answered. */
  subject?: string
}

/** In the transaction of what it tells of, so that neither is there without the other. */
export function addAuditEntry(
  database: DatabaseSync,
  { at, action, by, workspaceId, postmortemId, subject = '' }: NewAuditEntry,
): void {
  const insert = database.prepare(
    `INSERT INTO audit_entries (at, workspace_id, postmortem_id, person_id, action, subject)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const workspaces = workspaceId === undefined ? workspacesOf(database, by, postmortemId) : [workspaceId]
  for (const workspace of workspaces) insert.run(at, workspace, postmortemId ?? null, by, action, subject)
}

function workspacesOf(
  database: DatabaseSync,
  personId: PersonId | null,
  postmortemId: PostmortemId | undefined,
): string[] {
  const found =
    postmortemId === undefined
      ? database.prepare('SELECT workspace_id FROM memberships WHERE person_id = ?').all(personId)
      : database.prepare('SELECT workspace_id FROM postmortems WHERE postmortem_id = ?').all(postmortemId)
  return found.map(({ workspace_id }) => String(workspace_id))
}
