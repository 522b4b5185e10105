import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, TeamId, WorkspaceId } from '../../shared/ids.ts'
import type { Team } from '../../shared/wire/workspaces.ts'

export function addTeam(
  database: DatabaseSync,
  { teamId, workspaceId, name }: { teamId: TeamId; workspaceId: WorkspaceId; name: string },
): void {
  database
    .prepare('INSERT INTO teams (team_id, workspace_id, name) VALUES (?, ?, ?)')
    .run(teamId, workspaceId, name)
}

/** In the order of their names, as are the people in each. */
export function teamsIn(database: DatabaseSync, workspaceId: WorkspaceId): Team[] {
  const teams = database
    .prepare('SELECT team_id, name FROM teams WHERE workspace_id = ? ORDER BY name COLLATE NOCASE, rowid')
    .all(workspaceId)
    .map((row): Team => ({ teamId: String(row.team_id) as TeamId, name: String(row.name), personIds: [] })) // only ids are written to these columns
  const teamsById = new Map(teams.map((team) => [team.teamId, team]))
  const people = database
    .prepare(
      `SELECT team_id, person_id FROM team_people JOIN teams USING (team_id) JOIN people USING (person_id)
       WHERE workspace_id = ? ORDER BY people.name COLLATE NOCASE, person_id`,
    )
    .all(workspaceId)
  for (const { team_id, person_id } of people)
    teamsById.get(String(team_id) as TeamId)?.personIds.push(String(person_id) as PersonId)
  return teams
}

/** Null for a team of another workspace too. */
export const findTeam = (database: DatabaseSync, workspaceId: WorkspaceId, teamId: TeamId): Team | null =>
  teamsIn(database, workspaceId).find((team) => team.teamId === teamId) ?? null

export function setTeam(database: DatabaseSync, { teamId, name, personIds }: Team): void {
  database.prepare('UPDATE teams SET name = ? WHERE team_id = ?').run(name, teamId)
  database.prepare('DELETE FROM team_people WHERE team_id = ?').run(teamId)
  const add = database.prepare('INSERT INTO team_people (team_id, person_id) VALUES (?, ?)')
  for (const personId of new Set(personIds)) add.run(teamId, personId)
}

/** It leaves every audience it was in. */
export function removeTeam(database: DatabaseSync, teamId: TeamId): void {
  database.prepare('DELETE FROM teams WHERE team_id = ?').run(teamId)
}
