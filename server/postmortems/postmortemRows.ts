import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import * as z from 'zod/mini'
import { severities } from '../../shared/guide/severities.ts'
import { type PersonId, type PostmortemId, postmortemId, workspaceId } from '../../shared/ids.ts'
import { readableByPerson } from '../people/reading.ts'

const postmortemRow = z.object({
  postmortemId,
  title: z.string(),
  severity: z.nullable(z.enum(severities)),
  services: z.array(z.string()),
  incidentStartedAt: z.nullable(z.number()),
  createdAt: z.number(),
  workspaceId,
  isRestricted: z.boolean(),
})
export type PostmortemRow = z.infer<typeof postmortemRow>

export function addPostmortem(database: DatabaseSync, row: PostmortemRow, by: PersonId | null): void {
  const { postmortemId, title, severity, services, incidentStartedAt, createdAt } = row
  const isRestricted = row.isRestricted ? 1 : 0
  database
    .prepare(
      `INSERT INTO postmortems
       (postmortem_id, title, severity, services, incident_started_at, created_by, created_at,
        workspace_id, is_restricted)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      postmortemId,
      title,
      severity,
      JSON.stringify(services),
      incidentStartedAt,
      by,
      createdAt,
      row.workspaceId,
      isRestricted,
    )
}

const columns = `p.postmortem_id AS postmortemId, title, severity, services, incident_started_at AS incidentStartedAt,
  p.created_at AS createdAt, p.workspace_id AS workspaceId, is_restricted AS isRestricted`

/** Those this person may read at `now`, in ms; the newest first. */
export const readPostmortemsFor = (database: DatabaseSync, person: PersonId, now: number): PostmortemRow[] =>
  database
    .prepare(
      `SELECT ${columns} FROM postmortems AS p WHERE ${readableByPerson} ORDER BY p.created_at DESC, p.rowid DESC`,
    )
    .all({ person, now })
    .map(rowOf)

/** All there are, whoever may read them; the newest first. */
export const readPostmortems = (database: DatabaseSync): PostmortemRow[] =>
  database
    .prepare(`SELECT ${columns} FROM postmortems AS p ORDER BY p.created_at DESC, p.rowid DESC`)
    .all()
    .map(rowOf)

export function readPostmortem(database: DatabaseSync, id: PostmortemId): PostmortemRow | null {
  const row = database.prepare(`SELECT ${columns} FROM postmortems AS p WHERE postmortem_id = ?`).get(id)
  return row ? rowOf(row) : null
}

const rowOf = (row: Record<string, SQLOutputValue>): PostmortemRow =>
  postmortemRow.parse({
    ...row,
    services: JSON.parse(String(row.services)),
    isRestricted: row.isRestricted === 1,
  })
