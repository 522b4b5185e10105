import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import * as z from 'zod/mini'
import { severities } from '../../shared/guide/severities.ts'
import { type PersonId, type PostmortemId, postmortemId, workspaceId } from '../../shared/ids.ts'
import { isWaived, reviewFormat } from '../../shared/triage/reviewFormats.ts'
import { readableByPerson } from '../people/reading.ts'

const postmortemRow = z.object({
  postmortemId,
  title: z.string(),
  severity: z.nullable(z.enum(severities)),
  services: z.array(z.string()),
  incidentStartedAt: z.nullable(z.number()),
  resolvedAt: z.nullable(z.number()),
  createdAt: z.number(),
  workspaceId,
  isRestricted: z.boolean(),
  format: z.nullable(reviewFormat),
  waiver: z.nullable(z.object({ reason: z.string(), at: z.number() })),
})
export type PostmortemRow = z.infer<typeof postmortemRow>
/** How it is reviewed is written beside it. */
type NewPostmortemRow = Omit<PostmortemRow, 'format' | 'waiver'>

export function addPostmortem(database: DatabaseSync, row: NewPostmortemRow, by: PersonId | null): void {
  const { postmortemId, title, severity, services, incidentStartedAt, resolvedAt, createdAt } = row
  const isRestricted = row.isRestricted ? 1 : 0
  database
    .prepare(
      `INSERT INTO postmortems
       (postmortem_id, title, severity, services, incident_started_at, resolved_at, created_by, created_at,
        workspace_id, is_restricted)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      postmortemId,
      title,
      severity,
      JSON.stringify(services),
      incidentStartedAt,
      resolvedAt,
      by,
      createdAt,
      row.workspaceId,
      isRestricted,
    )
}

const columns = `p.postmortem_id AS postmortemId, title, severity, services, incident_started_at AS incidentStartedAt,
  resolved_at AS resolvedAt, p.created_at AS createdAt, p.workspace_id AS workspaceId,
  is_restricted AS isRestricted, t.format AS format, t.reason AS reason, t.decided_at AS decidedAt`
/** Each with the newest decision on how it is reviewed, if there is one. */
const withTriage = `postmortems AS p LEFT JOIN triages AS t ON t.number =
  (SELECT max(number) FROM triages WHERE triages.postmortem_id = p.postmortem_id)`

/** Those this person may read at `now`, in ms; the newest first. */
export const readPostmortemsFor = (database: DatabaseSync, person: PersonId, now: number): PostmortemRow[] =>
  database
    .prepare(
      `SELECT ${columns} FROM ${withTriage} WHERE ${readableByPerson} ORDER BY p.created_at DESC, p.rowid DESC`,
    )
    .all({ person, now })
    .map(rowOf)

/** All there are, whoever may read them; the newest first. */
export const readPostmortems = (database: DatabaseSync): PostmortemRow[] =>
  database
    .prepare(`SELECT ${columns} FROM ${withTriage} ORDER BY p.created_at DESC, p.rowid DESC`)
    .all()
    .map(rowOf)

export function readPostmortem(database: DatabaseSync, id: PostmortemId): PostmortemRow | null {
  const row = database.prepare(`SELECT ${columns} FROM ${withTriage} WHERE p.postmortem_id = ?`).get(id)
  return row ? rowOf(row) : null
}

function rowOf(row: Record<string, SQLOutputValue>): PostmortemRow {
  const format = z.nullable(reviewFormat).parse(row.format)
  return postmortemRow.parse({
    ...row,
    services: JSON.parse(String(row.services)),
    isRestricted: row.isRestricted === 1,
    format,
    waiver: format !== null && isWaived(format) ? { reason: row.reason, at: row.decidedAt } : null,
  })
}
