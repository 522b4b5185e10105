import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { facilitatorOf, memberOf } from '../../shared/meeting/meeting.ts'
import { ok, refuse } from '../../shared/result.ts'
import { addsSensitivity } from '../../shared/triage/facts.ts'
import { changeCircumstancesEndpoint } from '../../shared/wire/triage.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import { accessChangerAsking } from '../guests/accessChanger.ts'
import { readAudience } from '../guests/audienceRows.ts'
import { changeAudience } from '../guests/changeAudience.ts'
import type { TellGuestsChanged } from '../guests/tellGuestsChanged.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { MeetingDependencies } from '../meetings/runCommand.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { personAsking } from '../people/whoAsks.ts'
import { type FindDependencies, type FoundPostmortem, findPostmortem } from '../postmortems/findPostmortem.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { membershipIn } from '../workspaces/workspaceRows.ts'
import { addCircumstances, readCircumstances } from './circumstancesRows.ts'

type CircumstancesDependencies = FindDependencies &
  Pick<MeetingDependencies, 'clock'> & {
    recheckAccess: Collaboration['recheckAccess']
    tellGuestsChanged: TellGuestsChanged
  }

/** What an incident was like, said anew by a colleague who takes part. */
export function circumstancesRoute(answer: AnswerEndpoint, dependencies: CircumstancesDependencies): void {
  const { database, reading, clock, recheckAccess, tellGuestsChanged } = dependencies

  answer(changeCircumstancesEndpoint, ({ principal, params: { postmortemId }, body }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const { personId } = person.value
    const found = findPostmortem(dependencies, principal, postmortemId)
    if (!found) return refuse({ reason: 'noSuchMeeting' })
    if (memberOf(found.snapshot.meeting, personId)?.role === 'observer')
      return refuse({ reason: 'readsOnly' })
    if (principal && reading.visitOf(principal, postmortemId)) return refuse({ reason: 'mayNotChooseFormat' })
    const before = readCircumstances(database, postmortemId)
    if (before.number !== body.fromNumber) return refuse({ reason: 'circumstancesMovedOn' })
    const { circumstances } = body
    const mustRestrict = !found.summary.isRestricted && addsSensitivity(before.circumstances, circumstances)
    if (mustRestrict) {
      const changer = accessChangerAsking(dependencies, principal, postmortemId)
      if (!changer.ok) return changer
    }
    inTransaction(database, () => {
      const at = clock()
      addCircumstances(database, { postmortemId, circumstances, by: personId, at })
      addAuditEntry(database, { at, action: 'circumstancesChanged', by: personId, postmortemId })
      if (mustRestrict) restrict(postmortemId, person.value, found)
    })
    if (mustRestrict) {
      recheckAccess()
      tellGuestsChanged(postmortemId)
    }
    const { isRestricted } = readAudience(database, postmortemId)
    return ok({ known: readCircumstances(database, postmortemId), isRestricted })
  })

  /** The facilitator stays in as well: a meeting under way keeps its clock, and who may let the others in again. */
  function restrict(
    postmortemId: PostmortemId,
    by: { personId: PersonId; name: string },
    { summary, snapshot }: FoundPostmortem,
  ): void {
    const facilitator = facilitatorOf(snapshot.meeting)?.personId
    const isColleague = facilitator && membershipIn(database, facilitator, summary.workspaceId)
    const audience = { isRestricted: true, personIds: isColleague ? [facilitator] : [], teamIds: [] }
    const changed = changeAudience(dependencies, postmortemId, by, audience)
    if (!changed.ok)
      throw new Error(`A sensitive postmortem could not be restricted: ${changed.problem.reason}`)
  }
}
