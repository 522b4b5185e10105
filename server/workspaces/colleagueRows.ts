import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, WorkspaceId } from '../../shared/ids.ts'
import type { Colleague } from '../../shared/wire/workspaces.ts'
import { colleaguesIn } from './workspaceRows.ts'

export const findColleague = (
  database: DatabaseSync,
  workspaceId: WorkspaceId,
  personId: PersonId,
): Colleague | null =>
  colleaguesIn(database, workspaceId).find((colleague) => colleague.personId === personId) ?? null

/** Without them the workspace would belong to nobody. */
export const isLastOwner = (
  database: DatabaseSync,
  workspaceId: WorkspaceId,
  { personId }: Colleague,
): boolean => {
  const owners = colleaguesIn(database, workspaceId).filter(({ role }) => role === 'owner')
  return owners.length === 1 && owners[0]?.personId === personId
}

/**
 * Everything that let them read here goes, so that being invited again opens nothing restricted by itself. That includes
 * a visit from before they were a colleague. Their name stays under what they wrote.
 */
export function removeColleague(
  database: DatabaseSync,
  { workspaceId, personId, at }: { workspaceId: WorkspaceId; personId: PersonId; at: number },
): void {
  const which = { workspaceId, personId }
  const ofWorkspace =
    'postmortem_id IN (SELECT postmortem_id FROM postmortems WHERE workspace_id = :workspaceId)'
  database
    .prepare('DELETE FROM memberships WHERE workspace_id = :workspaceId AND person_id = :personId')
    .run(which)
  database
    .prepare(
      `DELETE FROM team_people WHERE person_id = :personId
       AND team_id IN (SELECT team_id FROM teams WHERE workspace_id = :workspaceId)`,
    )
    .run(which)
  database.prepare(`DELETE FROM audience_people WHERE person_id = :personId AND ${ofWorkspace}`).run(which)
  database
    .prepare(
      `UPDATE guests SET revoked_at = :at WHERE person_id = :personId AND revoked_at IS NULL AND ${ofWorkspace}`,
    )
    .run({ ...which, at })
  // By a guest link of their own they wait for somebody to let them in, and whoever came by it before stays.
  database
    .prepare(`UPDATE guest_links SET has_lobby = 1 WHERE made_by = :personId AND ${ofWorkspace}`)
    .run(which)
}
