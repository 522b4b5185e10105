import type { Clock } from '../../shared/clock.ts'
import { memberOf } from '../../shared/meeting/meeting.ts'
import { ok, refuse } from '../../shared/result.ts'
import { openStageEndpoint, readStageEndpoint } from '../../shared/wire/postmortems.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { newSecretKey } from '../people/secretKey.ts'
import { addStageKey } from '../people/stageKeyRows.ts'
import { personAsking } from '../people/whoAsks.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { type FindDependencies, findPostmortem } from './findPostmortem.ts'

/** The shared screen: a member makes its key, and whoever has the key reads this one postmortem. */
export function stageRoutes(answer: AnswerEndpoint, dependencies: FindDependencies & { clock: Clock }): void {
  const { database, clock } = dependencies

  answer(openStageEndpoint, ({ principal, params: { postmortemId } }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const { personId } = person.value
    const found = findPostmortem(dependencies, principal, postmortemId)
    if (!found) return refuse({ reason: 'noSuchMeeting' })
    const member = memberOf(found.snapshot.meeting, personId)
    if (!member) return refuse({ reason: 'notAMember' })
    // Whoever has the key reads: that is not for those who only watch to give away, nor for guests.
    if (member.role === 'observer') return refuse({ reason: 'readsOnly' })
    if (principal && dependencies.reading.visitOf(principal, postmortemId))
      return refuse({ reason: 'mayNotChangeAccess' })
    const stageKey = newSecretKey()
    inTransaction(database, () => {
      const at = clock()
      addStageKey(database, { stageKey, postmortemId, by: personId, at })
      addAuditEntry(database, { at, action: 'sharedScreenOpened', by: personId, postmortemId })
    })
    return ok({ stageKey })
  })

  answer(readStageEndpoint, ({ principal }) => {
    const found =
      principal?.as === 'projector' ? findPostmortem(dependencies, principal, principal.postmortemId) : null
    return found ? ok(found) : refuse({ reason: 'noSuchStage' })
  })
}
