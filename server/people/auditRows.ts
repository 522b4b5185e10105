import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, PostmortemId, WorkspaceId } from '../../shared/ids.ts'
import type { AuditAction } from '../../shared/people/auditActions.ts'
import type { AuditEntry } from '../../shared/wire/audit.ts'
import { readableByPerson } from './reading.ts'

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

/** Entries there can be in each ms without running ahead of the time; and the numbers keep to 15 digits until 2286. */
const NUMBERS_PER_MS = 100

/**
 * In the transaction of what it tells of, so that neither is there without the other. Its number comes from the time:
 * counted one by one, the gaps would say how much of the log somebody is not shown.
 */
export function addAuditEntry(
  database: DatabaseSync,
  { at, action, by, workspaceId, postmortemId, subject = '' }: NewAuditEntry,
): void {
  const insert = database.prepare(
    `INSERT INTO audit_entries (number, at, workspace_id, postmortem_id, person_id, action, subject)
     VALUES ((SELECT max(coalesce(max(number), 0) + 1, ?) FROM audit_entries), ?, ?, ?, ?, ?, ?)`,
  )
  const workspaces = workspaceId === undefined ? workspacesOf(database, by, postmortemId) : [workspaceId]
  for (const workspace of workspaces)
    insert.run(at * NUMBERS_PER_MS, at, workspace, postmortemId ?? null, by, action, subject)
}

/** The newest first, without what concerns a postmortem this reader may not read now, whoever could read it then. */
export const readAuditEntries = (
  database: DatabaseSync,
  { workspaceId, reader, before, now, most }: AuditPage,
): AuditEntry[] =>
  database
    .prepare(
      `SELECT number, at, e.person_id, people.name, action, subject, e.postmortem_id FROM audit_entries AS e
       LEFT JOIN people ON people.person_id = e.person_id
       LEFT JOIN postmortems AS p ON p.postmortem_id = e.postmortem_id
       WHERE e.workspace_id = :workspaceId AND number < :before
         AND (e.postmortem_id IS NULL OR ${readableByPerson})
       ORDER BY number DESC LIMIT :most`,
    )
    .all({ workspaceId, person: reader, before, now, most })
    .map((row) => ({
      number: Number(row.number),
      at: Number(row.at),
      // Only ids and actions are written to these columns.
      by:
        row.person_id === null
          ? null
          : { personId: String(row.person_id) as PersonId, name: String(row.name) },
      action: String(row.action) as AuditAction,
      subject: String(row.subject),
      postmortemId: row.postmortem_id === null ? null : (String(row.postmortem_id) as PostmortemId),
    }))

type AuditPage = { workspaceId: WorkspaceId; reader: PersonId; before: number; now: number; most: number }

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
