import * as z from 'zod/mini'
import { participantQuestionIds } from '../guide/participantQuestions.ts'
import { postmortemId } from '../ids.ts'
import { secretKey } from '../people/credentials.ts'
import { endpoint } from './endpoint.ts'
import { person } from './people.ts'

/** Each more private than the one before. */
export const answerPrivacies = ['named', 'namedAfterReveal', 'anonymous'] as const
export const answerPrivacy = z.enum(answerPrivacies)
export type AnswerPrivacy = z.infer<typeof answerPrivacy>

export const isLessPrivate = (one: AnswerPrivacy, other: AnswerPrivacy): boolean =>
  answerPrivacies.indexOf(one) < answerPrivacies.indexOf(other)

export const MOST_ANSWER_LETTERS = 4_000
const questionId = z.enum(participantQuestionIds)
const someQuestions = z.array(questionId).check(z.minLength(1), z.maxLength(participantQuestionIds.length))

export const revealedAnswer = z.object({
  text: z.string(),
  /** Null where it came without a name. */
  by: z.nullable(person),
})
export type RevealedAnswer = z.infer<typeof revealedAnswer>

export const answeredQuestion = z.object({
  questionId,
  privacy: answerPrivacy,
  /** Behind the truth on purpose: it moves in steps and seldom, or it would tell who has just answered. */
  sealedCount: z.number(),
  /** Whether one of them is the asker's own. */
  isMine: z.boolean(),
  /** Null until they are opened. Shuffled. */
  revealed: z.nullable(z.array(revealedAnswer)),
})
export type AnsweredQuestion = z.infer<typeof answeredQuestion>

export const sealedAnswers = z.object({
  questions: z.array(answeredQuestion),
  mayChoosePrivacy: z.boolean(),
  mayReveal: z.boolean(),
  /** The asker's own sealed answer, where they reopened it. */
  reopened: z.nullable(z.object({ text: z.string(), withoutName: z.boolean() })),
})
export type SealedAnswers = z.infer<typeof sealedAnswers>

const byPostmortem = z.object({ postmortemId })
/** By which the answers of this device are known as its own: the server keeps no author of what has no name. */
const keys = z
  .array(z.strictObject({ questionId, key: secretKey }))
  .check(z.maxLength(participantQuestionIds.length))

/**
 * Looking, sealing and reopening are one request, so that they are alike in the log and the figures of the server, which
 * would otherwise tell when somebody answered.
 */
export const sealedAnswersEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/sealed-answers',
  params: byPostmortem,
  body: z.discriminatedUnion('for', [
    z.strictObject({ for: z.literal('looking'), keys }),
    z.strictObject({ for: z.literal('reopening'), keys, questionId }),
    z.strictObject({
      for: z.literal('sealing'),
      keys,
      questionId,
      /** Made by the device. The same once more replaces the answer. */
      key: secretKey,
      text: z.string().check(z.trim(), z.minLength(1), z.maxLength(MOST_ANSWER_LETTERS)),
      /** More private than the question asks for. */
      withoutName: z.boolean(),
    }),
  ]),
  answer: sealedAnswers,
})

/** Only ever towards more private. */
export const choosePrivacyEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/sealed-answers/privacy',
  params: byPostmortem,
  body: z.strictObject({ questionIds: someQuestions, privacy: answerPrivacy }),
  answer: z.object({}),
})

/** Opens the answers to these questions for everyone who may read the postmortem. Once, and for good. */
export const revealAnswersEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/sealed-answers/reveal',
  params: byPostmortem,
  body: z.strictObject({ questionIds: someQuestions }),
  answer: z.object({}),
})
