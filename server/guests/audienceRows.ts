import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { PersonId, PostmortemId, TeamId } from '../../shared/ids.ts'
import type { Audience } from '../../shared/wire/access.ts'

/** Only people who still belong to the workspace: nobody else of them reads it. */
export function readAudience(database: DatabaseSync, postmortemId: PostmortemId): Audience {
  const row = database
    .prepare('SELECT is_restricted FROM postmortems WHERE postmortem_id = ?')
    .get(postmortemId)
  const people = database
    .prepare(
      `SELECT person_id FROM audience_people JOIN postmortems USING (postmortem_id)
       JOIN memberships USING (workspace_id, person_id) WHERE postmortem_id = ?`,
    )
    .all(postmortemId)
  const teams = database
    .prepare('SELECT team_id FROM audience_teams WHERE postmortem_id = ?')
    .all(postmortemId)
  return {
    isRestricted: row?.is_restricted === 1,
    // Only ids are written to these two columns.
    personIds: people.map(({ person_id }) => String(person_id) as PersonId),
    teamIds: teams.map(teamIdIn),
  }
}

export function setAudience(
  database: DatabaseSync,
  postmortemId: PostmortemId,
  { isRestricted, personIds, teamIds }: Audience,
): void {
  database
    .prepare('UPDATE postmortems SET is_restricted = ? WHERE postmortem_id = ?')
    .run(isRestricted ? 1 : 0, postmortemId)
  database.prepare('DELETE FROM audience_people WHERE postmortem_id = ?').run(postmortemId)
  database.prepare('DELETE FROM audience_teams WHERE postmortem_id = ?').run(postmortemId)
  const addPerson = database.prepare('INSERT INTO audience_people (postmortem_id, person_id) VALUES (?, ?)')
  for (const personId of new Set(personIds)) addPerson.run(postmortemId, personId)
  const addTeam = database.prepare('INSERT INTO audience_teams (postmortem_id, team_id) VALUES (?, ?)')
  for (const teamId of new Set(teamIds)) addTeam.run(postmortemId, teamId)
}

const teamIdIn = ({ team_id }: Record<string, SQLOutputValue>) => String(team_id) as TeamId
