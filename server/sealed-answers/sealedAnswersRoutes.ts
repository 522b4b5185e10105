import type { Clock } from '../../shared/clock.ts'
import {
  type ParticipantQuestionId,
  participantQuestionIds,
} from '../../shared/guide/participantQuestions.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { can, roleOf, type SeatedRole } from '../../shared/meeting/capabilities.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Person } from '../../shared/wire/people.ts'
import {
  choosePrivacyEndpoint,
  revealAnswersEndpoint,
  type SealedAnswers,
  sealedAnswersEndpoint,
} from '../../shared/wire/sealedAnswers.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import { homeOf } from '../guests/accessChanger.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import { limitAttempts } from '../http/limitAttempts.ts'
import type { Refused } from '../http/problems.ts'
import type { Limits } from '../limits.ts'
import type { Principal } from '../people/principal.ts'
import { personAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from '../postmortems/findPostmortem.ts'
import { createShownCounts } from '../shownCounts.ts'
import { whenFree } from '../storage/whenFree.ts'
import { questionOf, revealedOf, sealedRowsOf } from './answerRows.ts'
import type { AnswerSeal } from './answerSeal.ts'
import { choosePrivacy, findOwn, revealAnswers, sealAnswer } from './sealedBook.ts'

type Dependencies = FindDependencies & {
  clock: Clock
  limits: Limits
  answerSeal: AnswerSeal
  tellAnswersChanged: Collaboration['tellAnswersChanged']
}
type Reader = { person: Person; role: SeatedRole | null; mayChoosePrivacy: boolean }
type OwnKeys = readonly { questionId: (typeof participantQuestionIds)[number]; key: string }[]

/** Answers nobody reads before they are opened: not whoever facilitates, not an owner, not the command line. */
export function sealedAnswersRoutes(answer: AnswerEndpoint, dependencies: Dependencies): void {
  const { database, reading, clock, limits, answerSeal, tellAnswersChanged } = dependencies
  const shownCounts = createShownCounts<PostmortemId, ParticipantQuestionId>(clock)
  const countRequest = limitAttempts({ most: limits.answerRequestsPerMinute, perSeconds: 60 })

  answer(sealedAnswersEndpoint, async ({ principal, params: { postmortemId }, body }) => {
    const found = readerAsking(principal, postmortemId)
    if (!found.ok) return found
    const reader = found.value
    const tooMany = await countRequest(reader.person.personId)
    if (tooMany) return refuse(tooMany)
    if (body.for === 'looking') return ok(viewOf(postmortemId, reader, body.keys))
    if (!can(reader.role, 'takeTurns')) return refuse({ reason: reader.role ? 'readsOnly' : 'notAMember' })
    const { questionId, keys } = body
    const asked = { postmortemId, questionId }
    const { personId } = reader.person
    if (body.for === 'reopening') {
      const key = keys.find((own) => own.questionId === questionId)?.key
      const own = findOwn({ database }, asked, { personId, key })
      if (!own) return ok(viewOf(postmortemId, reader, keys))
      const written = answerSeal.open(own.sealed)
      if (!written) return refuse({ reason: 'answersLocked' })
      return ok({
        ...viewOf(postmortemId, reader, keys),
        reopened: { text: written.text, withoutName: written.by === null },
      })
    }
    const sealed = await whenFree(database, () => sealAnswer({ database, answerSeal }, asked, personId, body))
    if (!sealed.ok) return sealed
    return ok(viewOf(postmortemId, reader, [{ questionId, key: body.key }, ...keys]))
  })

  answer(choosePrivacyEndpoint, ({ principal, params: { postmortemId }, body }) => {
    const found = readerAsking(principal, postmortemId)
    if (!found.ok) return found
    const { person, mayChoosePrivacy } = found.value
    if (!mayChoosePrivacy) return refuse({ reason: 'mayNotChoosePrivacy' })
    const done = { by: person.personId, at: clock() }
    const chosen = choosePrivacy({ database, answerSeal }, { postmortemId, ...body }, body.privacy, done)
    if (!chosen.ok) return chosen
    tellAnswersChanged(postmortemId)
    return ok({})
  })

  answer(revealAnswersEndpoint, ({ principal, params: { postmortemId }, body }) => {
    const found = readerAsking(principal, postmortemId)
    if (!found.ok) return found
    const { person, role } = found.value
    if (role === null) return refuse({ reason: 'notAMember' })
    if (!can(role, 'revealAnswers'))
      return refuse({ reason: can(role, 'takeTurns') ? 'notFacilitator' : 'readsOnly' })
    const done = { by: person.personId, at: clock() }
    const revealed = revealAnswers({ database, answerSeal }, { postmortemId, ...body }, done)
    if (!revealed.ok) return revealed
    tellAnswersChanged(postmortemId)
    return ok({})
  })

  function readerAsking(principal: Principal | null, postmortemId: PostmortemId): Result<Reader, Refused> {
    const person = personAsking(principal)
    if (!person.ok) return person
    const found = findPostmortem(dependencies, principal, postmortemId)
    if (!found || !principal) return refuse({ reason: 'noSuchMeeting' })
    const { personId } = person.value
    const role = roleOf(found.snapshot.meeting, { as: 'person', personId })
    const isMaker =
      homeOf(database, postmortemId)?.madeBy === personId && reading.visitOf(principal, postmortemId) === null
    const mayChoosePrivacy = isMaker || can(role, 'revealAnswers')
    return ok({ person: person.value, role, mayChoosePrivacy })
  }

  function viewOf(postmortemId: PostmortemId, reader: Reader, keys: OwnKeys): SealedAnswers {
    const { personId } = reader.person
    const counts = shownCounts(
      postmortemId,
      () =>
        new Map(
          participantQuestionIds.map(
            (questionId) =>
              [questionId, sealedRowsOf(database, { postmortemId, questionId }).length] as const,
          ),
        ),
    )
    const questions = participantQuestionIds.map((questionId) => {
      const asked = { postmortemId, questionId }
      const { privacy, isRevealed } = questionOf(database, asked)
      const key = keys.find((own) => own.questionId === questionId)?.key
      return {
        questionId,
        privacy,
        sealedCount: isRevealed ? 0 : (counts.get(questionId) ?? 0),
        isMine: findOwn({ database }, asked, { personId, key }) !== undefined,
        revealed: isRevealed ? revealedOf(database, asked) : null,
      }
    })
    return {
      questions,
      mayChoosePrivacy: reader.mayChoosePrivacy,
      mayReveal: can(reader.role, 'revealAnswers'),
      reopened: null,
    }
  }
}
