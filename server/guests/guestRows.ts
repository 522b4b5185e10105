import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { GuestVisit } from '../../shared/wire/people.ts'

/** Where someone is a guest, the newest first. */
export const visitsOf = (database: DatabaseSync, personId: PersonId, now: number): GuestVisit[] =>
  database
    .prepare(
      `SELECT g.postmortem_id, admitted_at, expires_at, g.revoked_at IS NOT NULL OR l.revoked_at IS NOT NULL AS revoked
       FROM guests AS g JOIN guest_links AS l USING (guest_link_id) WHERE person_id = ? ORDER BY arrived_at DESC`,
    )
    .all(personId)
    .map((row) => {
      const expiresAt = Number(row.expires_at)
      const isOver = row.revoked === 1 || expiresAt <= now
      return {
        postmortemId: String(row.postmortem_id) as PostmortemId, // only ids are written to this column
        state: isOver ? 'over' : row.admitted_at === null ? 'waiting' : 'admitted',
        expiresAt,
      }
    })
