import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { WorkspaceId } from '../../shared/ids.ts'
import { mayInWorkspace } from '../../shared/people/workspaceRoles.ts'
import { ok, refuse } from '../../shared/result.ts'
import {
  openWorkspaceEndpoint,
  renameWorkspaceEndpoint,
  startWorkspaceEndpoint,
} from '../../shared/wire/workspaces.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { newId } from '../newId.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { personAsking } from '../people/whoAsks.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { colleagueAsking } from './colleagueAsking.ts'
import { openInvitationsIn } from './invitationRows.ts'
import { teamsIn } from './teamRows.ts'
import { addWorkspace, colleaguesIn, membershipsOf, renameWorkspace, setMembership } from './workspaceRows.ts'

type WorkspaceDependencies = { database: DatabaseSync; clock: Clock; newId: typeof newId }

export function workspaceRoutes(
  answer: AnswerEndpoint,
  { database, clock, newId }: WorkspaceDependencies,
): void {
  answer(openWorkspaceEndpoint, ({ principal, params: { workspaceId } }) => {
    const asking = colleagueAsking(database, principal, workspaceId, null)
    if (!asking.ok) return asking
    const { person: _, ...workspace } = asking.value
    const mayInvite = mayInWorkspace(workspace.role, 'managePeople')
    return ok({
      workspace,
      people: colleaguesIn(database, workspaceId),
      teams: teamsIn(database, workspaceId),
      invitations: mayInvite ? openInvitationsIn(database, workspaceId, clock()) : [],
    })
  })

  answer(startWorkspaceEndpoint, ({ principal, body: { name } }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const { personId } = person.value
    const memberships = membershipsOf(database, personId)
    if (memberships.length === 0) return refuse({ reason: 'onlyColleagues' })
    if (!memberships.some(({ role }) => mayInWorkspace(role, 'ownWorkspace')))
      return refuse({ reason: 'mayNot' })
    const [workspaceId, at] = [newId<WorkspaceId>(), clock()]
    inTransaction(database, () => {
      addWorkspace(database, { workspaceId, name, at })
      setMembership(database, { workspaceId, personId, role: 'owner', at })
      addAuditEntry(database, { at, action: 'workspaceStarted', by: personId, workspaceId, subject: name })
    })
    return ok({ workspaceId })
  })

  answer(renameWorkspaceEndpoint, ({ principal, params: { workspaceId }, body: { name } }) => {
    const asking = colleagueAsking(database, principal, workspaceId, 'ownWorkspace')
    if (!asking.ok) return asking
    const before = asking.value.name
    if (before === name) return ok({})
    inTransaction(database, () => {
      renameWorkspace(database, workspaceId, name)
      const by = asking.value.person.personId
      const subject = `${before} → ${name}`
      addAuditEntry(database, { at: clock(), action: 'workspaceRenamed', by, workspaceId, subject })
    })
    return ok({})
  })
}
