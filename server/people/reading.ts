import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import type { Principal } from './principal.ts'

/**
 * Who may read the postmortem `p`, in SQL with `:person` and `:now`: the one rule for documents, lists, counts, exports
 * and the audit log. A role in the workspace opens nothing that is restricted.
 */
export const readableByPerson = `(
  EXISTS (
    SELECT 1 FROM memberships AS m WHERE m.workspace_id = p.workspace_id AND m.person_id = :person AND (
      p.is_restricted = 0 OR p.created_by = :person
      OR EXISTS (SELECT 1 FROM audience_people AS a WHERE a.postmortem_id = p.postmortem_id AND a.person_id = :person)
      OR EXISTS (
        SELECT 1 FROM audience_teams AS a JOIN team_people USING (team_id)
        WHERE a.postmortem_id = p.postmortem_id AND person_id = :person)))
  OR EXISTS (
    SELECT 1 FROM guests AS g JOIN guest_links AS l USING (guest_link_id)
    WHERE g.postmortem_id = p.postmortem_id AND g.person_id = :person
      AND g.admitted_at IS NOT NULL AND g.revoked_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > :now))`

export type Reading = {
  /** Whoever may not is told what they would be told of something that does not exist. */
  mayRead: (principal: Principal | null, postmortemId: PostmortemId) => boolean
}

export function createReading({ database, clock }: { database: DatabaseSync; clock: Clock }): Reading {
  const readable = database.prepare(
    `SELECT 1 FROM postmortems AS p WHERE p.postmortem_id = :id AND ${readableByPerson}`,
  )
  const shared = database.prepare(
    `SELECT created_by FROM stage_keys WHERE key_hash = ? AND postmortem_id = ? AND revoked_at IS NULL`,
  )
  const mayPersonRead = (person: string, id: PostmortemId) =>
    readable.get({ id, person, now: clock() }) !== undefined

  return {
    mayRead: (principal, postmortemId) => {
      if (principal === null) return false
      switch (principal.as) {
        case 'operator':
          return true
        case 'person':
          return mayPersonRead(principal.person.personId, postmortemId)
        case 'projector': {
          // A shared screen shows no more than whoever opened it may see.
          const key = shared.get(Buffer.from(principal.stageKeyHash, 'hex'), postmortemId)
          return key !== undefined && mayPersonRead(String(key.created_by), postmortemId)
        }
      }
    },
  }
}
