import type { DatabaseSync } from 'node:sqlite'
import type { EvidenceId, PersonId, PostmortemId } from '../../shared/ids.ts'
import type { TakenEvidence } from '../../shared/wire/evidence.ts'

type Taken = {
  postmortemId: PostmortemId
  evidenceId: EvidenceId
  taken: readonly TakenEvidence[]
  by: PersonId
  at: number
}

/** What was taken before stays as it was noted first. */
export function addTaken(database: DatabaseSync, { postmortemId, evidenceId, taken, by, at }: Taken): void {
  const add = database.prepare(
    `INSERT OR IGNORE INTO evidence_taken (postmortem_id, identity, record_id, evidence_id, taken_by, taken_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  for (const { identity, recordId } of taken) add.run(postmortemId, identity, recordId, evidenceId, by, at)
}

export const listTaken = (database: DatabaseSync, postmortemId: PostmortemId): TakenEvidence[] =>
  database
    .prepare('SELECT identity, record_id FROM evidence_taken WHERE postmortem_id = ? ORDER BY identity')
    .all(postmortemId)
    .map((row) => ({ identity: String(row.identity), recordId: String(row.record_id) }))
