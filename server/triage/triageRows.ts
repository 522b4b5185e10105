import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { type Triage, triage } from '../../shared/wire/triage.ts'

type NewTriage = Omit<Triage, 'by'> & { postmortemId: PostmortemId; by: PersonId | null }

export function addTriage(database: DatabaseSync, row: NewTriage): void {
  const { postmortemId, facts, verdict, format, minutes, reason, by, at } = row
  database
    .prepare(
      `INSERT INTO triages (postmortem_id, facts, verdict, format, minutes, reason, decided_by, decided_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      postmortemId,
      JSON.stringify(facts),
      verdict && JSON.stringify(verdict),
      format,
      minutes,
      reason,
      by,
      at,
    )
}

/** The newest first. */
export const readTriages = (database: DatabaseSync, postmortemId: PostmortemId): Triage[] =>
  database
    .prepare(
      `SELECT facts, verdict, format, minutes, reason, decided_by, people.name, decided_at FROM triages
       LEFT JOIN people ON people.person_id = decided_by
       WHERE postmortem_id = ? ORDER BY number DESC`,
    )
    .all(postmortemId)
    .map((row) =>
      triage.parse({
        facts: JSON.parse(String(row.facts)),
        verdict: row.verdict === null ? null : JSON.parse(String(row.verdict)),
        format: row.format,
        minutes: row.minutes,
        reason: row.reason,
        by: row.decided_by === null ? null : { personId: row.decided_by, name: row.name },
        at: row.decided_at,
      }),
    )
