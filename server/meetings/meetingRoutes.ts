import type { DatabaseSync } from 'node:sqlite'
import { ok, refuse } from '../../shared/result.ts'
import { runCommandEndpoint } from '../../shared/wire/commandRequest.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { CountAttempt } from '../http/limitAttempts.ts'
import type { Principal } from '../people/principal.ts'
import type { Reading } from '../people/reading.ts'
import { senderAsking } from '../people/whoAsks.ts'
import { whenFree } from '../storage/whenFree.ts'
import { type MeetingDependencies, runCommand } from './runCommand.ts'

/** The only door for commands: who sends one is told by the session, never by the command. */
export function meetingRoutes(
  answer: AnswerEndpoint,
  dependencies: MeetingDependencies & {
    database: DatabaseSync
    reading: Reading
    countCommand: CountAttempt
  },
): void {
  answer(runCommandEndpoint, async ({ principal, params: { meetingId }, body }) => {
    const sender = senderAsking(principal)
    if (!sender.ok) return sender
    const tooMany = await dependencies.countCommand(askerOf(principal))
    if (tooMany) return refuse(tooMany)
    const answered = await whenFree(dependencies.database, () => {
      const postmortemId = dependencies.log.load(meetingId)?.postmortemId
      const isThere = postmortemId !== undefined && dependencies.reading.mayRead(principal, postmortemId)
      return isThere
        ? runCommand(dependencies, meetingId, sender.value, body)
        : refuse('noSuchMeeting' as const)
    })
    return answered.ok ? ok(answered.value) : refuse({ reason: answered.problem })
  })
}

/** Never by the meeting: the count would tell whoever may not know of it that others ask there too. */
const askerOf = (principal: Principal | null): string => {
  if (principal?.as === 'person') return principal.person.personId
  return principal?.as === 'projector' ? principal.stageKeyHash : ''
}
