import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { TeamId } from '../../shared/ids.ts'
import { ok, refuse } from '../../shared/result.ts'
import { changeTeamEndpoint, makeTeamEndpoint, removeTeamEndpoint } from '../../shared/wire/workspaces.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { newId } from '../newId.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { colleagueAsking } from './colleagueAsking.ts'
import { teamChangeInWords } from './teamChangeInWords.ts'
import { addTeam, findTeam, removeTeam, setTeam } from './teamRows.ts'
import { colleaguesIn } from './workspaceRows.ts'

type TeamDependencies = {
  database: DatabaseSync
  clock: Clock
  newId: typeof newId
  /** A team can stand in an audience, so whoever leaves one may lose what they are reading. */
  recheckAccess: () => void
}

export function teamRoutes(
  answer: AnswerEndpoint,
  { database, clock, newId, recheckAccess }: TeamDependencies,
): void {
  answer(makeTeamEndpoint, ({ principal, params: { workspaceId }, body: { name } }) => {
    const asking = colleagueAsking(database, principal, workspaceId, 'manageTeams')
    if (!asking.ok) return asking
    const by = asking.value.person.personId
    const teamId = newId<TeamId>()
    inTransaction(database, () => {
      addTeam(database, { teamId, workspaceId, name })
      addAuditEntry(database, { at: clock(), action: 'teamMade', by, workspaceId, subject: name })
    })
    return ok({ teamId })
  })

  answer(changeTeamEndpoint, ({ principal, params: { workspaceId, teamId }, body }) => {
    const asking = colleagueAsking(database, principal, workspaceId, 'manageTeams')
    if (!asking.ok) return asking
    const before = findTeam(database, workspaceId, teamId)
    if (!before) return refuse({ reason: 'noSuchTeam' })
    const namesById = new Map(
      colleaguesIn(database, workspaceId).map(({ personId, name }) => [personId, name]),
    )
    if (!body.personIds.every((personId) => namesById.has(personId)))
      return refuse({ reason: 'noSuchColleague' })
    const after = { teamId, ...body }
    const subject = teamChangeInWords(before, after, namesById)
    if (subject === null) return ok({})
    const by = asking.value.person.personId
    inTransaction(database, () => {
      setTeam(database, after)
      addAuditEntry(database, { at: clock(), action: 'teamChanged', by, workspaceId, subject })
    })
    recheckAccess()
    return ok({})
  })

  answer(removeTeamEndpoint, ({ principal, params: { workspaceId, teamId } }) => {
    const asking = colleagueAsking(database, principal, workspaceId, 'manageTeams')
    if (!asking.ok) return asking
    const team = findTeam(database, workspaceId, teamId)
    if (!team) return refuse({ reason: 'noSuchTeam' })
    const by = asking.value.person.personId
    inTransaction(database, () => {
      removeTeam(database, teamId)
      addAuditEntry(database, { at: clock(), action: 'teamRemoved', by, workspaceId, subject: team.name })
    })
    recheckAccess()
    return ok({})
  })
}
