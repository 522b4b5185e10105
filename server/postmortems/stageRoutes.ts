import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import { memberOf } from '../../shared/meeting/meeting.ts'
import { ok, refuse } from '../../shared/result.ts'
import { openStageEndpoint, readStageEndpoint } from '../../shared/wire/postmortems.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { MeetingLog } from '../meetings/meetingLog.ts'
import { addStageKey } from '../people/peopleRows.ts'
import { newSecretKey } from '../people/secretKey.ts'
import { personAsking } from '../people/whoAsks.ts'
import { findPostmortem } from './findPostmortem.ts'

/** The shared screen: a member makes its key, and whoever has the key reads this one postmortem. */
export function stageRoutes(
  answer: AnswerEndpoint,
  { database, log, clock }: { database: DatabaseSync; log: MeetingLog; clock: Clock },
): void {
  answer(openStageEndpoint, ({ principal, params: { postmortemId } }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const { personId } = person.value
    const found = findPostmortem({ database, log }, postmortemId)
    if (!found) return refuse({ reason: 'noSuchMeeting' })
    if (!memberOf(found.snapshot.meeting, personId)) return refuse({ reason: 'notAMember' })
    const stageKey = newSecretKey()
    addStageKey(database, { stageKey, postmortemId, by: personId, at: clock() })
    return ok({ stageKey })
  })

  answer(readStageEndpoint, ({ principal }) => {
    const found =
      principal?.as === 'projector' ? findPostmortem({ database, log }, principal.postmortemId) : null
    return found ? ok(found) : refuse({ reason: 'noSuchStage' })
  })
}
