import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { type Circumstances, circumstances, noCircumstances } from '../../shared/triage/facts.ts'
import type { KnownCircumstances } from '../../shared/wire/triage.ts'

type NewCircumstances = {
  postmortemId: PostmortemId
  circumstances: Circumstances
  /** Null where the command line said it. */
  by: PersonId | null
  at: number
}

export function addCircumstances(database: DatabaseSync, row: NewCircumstances): void {
  database
    .prepare('INSERT INTO circumstances (postmortem_id, circumstances, said_by, said_at) VALUES (?, ?, ?, ?)')
    .run(row.postmortemId, JSON.stringify(row.circumstances), row.by, row.at)
}

/** As they were said last. */
export function readCircumstances(database: DatabaseSync, postmortemId: PostmortemId): KnownCircumstances {
  const row = database
    .prepare(
      'SELECT number, circumstances FROM circumstances WHERE postmortem_id = ? ORDER BY number DESC LIMIT 1',
    )
    .get(postmortemId)
  if (!row) return { number: 0, circumstances: noCircumstances }
  return {
    number: Number(row.number),
    circumstances: circumstances.parse(JSON.parse(String(row.circumstances))),
  }
}
