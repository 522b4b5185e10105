import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import { readRoleHolders } from '../../shared/content/roleHolders.ts'
import type { InvitationId, PersonId, WorkspaceId } from '../../shared/ids.ts'
import { ok, refuse } from '../../shared/result.ts'
import { type InvitedHolder, listInvitedEndpoint } from '../../shared/wire/invited.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import { personAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from '../postmortems/findPostmortem.ts'

/** A document may be made to name any number of them. */
const MOST_ASKED = 100

type InvitedDependencies = FindDependencies & {
  clock: Clock
  collaboration: Pick<Collaboration, 'readContent'>
}

/** Who of those invited for a role has come. */
export function invitedRoute(answer: AnswerEndpoint, dependencies: InvitedDependencies): void {
  const { database, reading, clock, collaboration } = dependencies

  answer(listInvitedEndpoint, async ({ principal, params: { postmortemId } }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const found = findPostmortem(dependencies, principal, postmortemId)
    if (!found || !principal) return refuse({ reason: 'noSuchMeeting' })
    if (reading.visitOf(principal, postmortemId)) return ok({ invited: [] })
    const doc = await collaboration.readContent(postmortemId)
    const named = new Set(readRoleHolders(doc).flatMap(({ invitationId }) => invitationId ?? []))
    doc.destroy()
    const asked = [...named].slice(0, MOST_ASKED)
    return ok({ invited: asked.flatMap(invitedIn(database, found.summary.workspaceId, clock())) })
  })
}

/** An invitation is for one address, so whoever has an account with it came by it. */
const invitedIn = (database: DatabaseSync, workspaceId: WorkspaceId, now: number) => {
  const find = database.prepare(
    `SELECT settled_at IS NULL AND expires_at > :now AS isOpen, m.person_id AS personId FROM invitations AS i
     LEFT JOIN accounts AS a ON a.email = i.email
     LEFT JOIN memberships AS m ON m.person_id = a.person_id AND m.workspace_id = i.workspace_id
     WHERE i.invitation_id = :invitationId AND i.workspace_id = :workspaceId`,
  )
  return (invitationId: InvitationId): InvitedHolder[] => {
    const row = find.get({ invitationId, workspaceId, now })
    if (!row) return []
    const personId = row.personId === null ? null : (String(row.personId) as PersonId) // only ids are written here
    const state = personId !== null ? 'accepted' : row.isOpen === 1 ? 'open' : 'over'
    return [{ invitationId, state, personId }]
  }
}
