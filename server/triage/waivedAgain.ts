import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { repeatedWaivers } from '../../shared/triage/repeatedWaivers.ts'
import { readPostmortems, readPostmortemsFor } from '../postmortems/postmortemRows.ts'

/** The services of this postmortem that were waived again and again, of what this reader may read. */
export function waivedAgain(
  database: DatabaseSync,
  { postmortemId, reader, now }: { postmortemId: PostmortemId; reader: PersonId | null; now: number },
): string[] {
  const rows = reader === null ? readPostmortems(database) : readPostmortemsFor(database, reader, now)
  return repeatedWaivers(rows, now)
    .filter(({ postmortemIds }) => postmortemIds.includes(postmortemId))
    .map(({ service }) => service)
}
