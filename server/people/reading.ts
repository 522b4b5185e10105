import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { type GuestRole, guestRole } from '../../shared/wire/access.ts'
import type { Principal } from './principal.ts'

/** Of the colleagues. A role in the workspace opens nothing that is restricted. */
const readableByColleague = `EXISTS (
  SELECT 1 FROM memberships AS m WHERE m.workspace_id = p.workspace_id AND m.person_id = :person AND (
    p.is_restricted = 0 OR p.created_by = :person
    OR EXISTS (SELECT 1 FROM audience_people AS a WHERE a.postmortem_id = p.postmortem_id AND a.person_id = :person)
    OR EXISTS (
      SELECT 1 FROM audience_teams AS a JOIN team_people USING (team_id)
      WHERE a.postmortem_id = p.postmortem_id AND person_id = :person)))`

/** Of the guests: let in, and the link still holds. */
const isOpenVisit = `g.postmortem_id = p.postmortem_id AND g.person_id = :person
  AND g.admitted_at IS NOT NULL AND g.revoked_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > :now`
const readableByGuest = `EXISTS (
  SELECT 1 FROM guests AS g JOIN guest_links AS l USING (guest_link_id) WHERE ${isOpenVisit})`

/**
 * Who may read the postmortem `p`, in SQL with `:person` and `:now`: the one rule for documents, lists, counts, exports
 * and the audit log.
 */
export const readableByPerson = `(${readableByColleague} OR ${readableByGuest})`

/** As whom a guest link lets someone in, and until when, in ms. */
export type OpenVisit = { role: GuestRole; until: number }

export type Reading = {
  /** Whoever may not is told what they would be told of something that does not exist. */
  mayRead: (principal: Principal | null, postmortemId: PostmortemId) => boolean
  /** The same of somebody who asks nothing right now. */
  isReader: (personId: PersonId, postmortemId: PostmortemId) => boolean
  /** Null for whoever reads it without a guest link, or does not read it. A shared screen is here as who opened it. */
  visitOf: (principal: Principal, postmortemId: PostmortemId) => OpenVisit | null
}

export function createReading({ database, clock }: { database: DatabaseSync; clock: Clock }): Reading {
  const readable = database.prepare(
    `SELECT 1 FROM postmortems AS p WHERE p.postmortem_id = :id AND ${readableByPerson}`,
  )
  const shared = database.prepare(
    `SELECT created_by FROM stage_keys WHERE key_hash = ? AND postmortem_id = ? AND revoked_at IS NULL`,
  )
  const visited = database.prepare(
    `SELECT l.role, l.expires_at FROM postmortems AS p
     JOIN guests AS g ON g.postmortem_id = p.postmortem_id JOIN guest_links AS l USING (guest_link_id)
     WHERE p.postmortem_id = :id AND ${isOpenVisit} AND NOT ${readableByColleague}`,
  )
  /** Whose right to read counts. A shared screen shows no more than whoever opened it may see. */
  const readerOf = (principal: Exclude<Principal, { as: 'operator' }>, id: PostmortemId): string | null => {
    if (principal.as === 'person') return principal.person.personId
    const key = shared.get(Buffer.from(principal.stageKeyHash, 'hex'), id)
    return key ? String(key.created_by) : null
  }

  const isReader = (person: string, id: PostmortemId) =>
    readable.get({ id, person, now: clock() }) !== undefined

  return {
    isReader,
    mayRead: (principal, id) => {
      if (principal === null) return false
      if (principal.as === 'operator') return true
      const person = readerOf(principal, id)
      return person !== null && isReader(person, id)
    },
    visitOf: (principal, id) => {
      const person = principal.as === 'operator' ? null : readerOf(principal, id)
      const visit = person === null ? undefined : visited.get({ id, person, now: clock() })
      return visit ? { role: guestRole.parse(visit.role), until: Number(visit.expires_at) } : null
    },
  }
}
