import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import * as z from 'zod/mini'
import { severities } from '../../shared/guide/severities.ts'
import { type PersonId, type PostmortemId, postmortemId } from '../../shared/ids.ts'

const postmortemRow = z.object({
  postmortemId,
  title: z.string(),
  severity: z.nullable(z.enum(severities)),
  services: z.array(z.string()),
  incidentStartedAt: z.nullable(z.number()),
  createdAt: z.number(),
})
export type PostmortemRow = z.infer<typeof postmortemRow>

export function addPostmortem(database: DatabaseSync, row: PostmortemRow, by: PersonId | null): void {
  const { postmortemId, title, severity, services, incidentStartedAt, createdAt } = row
  database
    .prepare(
      `INSERT INTO postmortems
       (postmortem_id, title, severity, services, incident_started_at, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(postmortemId, title, severity, JSON.stringify(services), incidentStartedAt, by, createdAt)
}

const columns = `postmortem_id AS postmortemId, title, severity, services,
  incident_started_at AS incidentStartedAt, created_at AS createdAt`

/** The newest first. */
export const readPostmortems = (database: DatabaseSync): PostmortemRow[] =>
  database.prepare(`SELECT ${columns} FROM postmortems ORDER BY created_at DESC, rowid DESC`).all().map(rowOf)

export function readPostmortem(database: DatabaseSync, id: PostmortemId): PostmortemRow | null {
  const row = database.prepare(`SELECT ${columns} FROM postmortems WHERE postmortem_id = ?`).get(id)
  return row ? rowOf(row) : null
}

const rowOf = (row: Record<string, SQLOutputValue>): PostmortemRow =>
  postmortemRow.parse({ ...row, services: JSON.parse(String(row.services)) })
