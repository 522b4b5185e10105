import { newSecretKey } from '../../server/people/secretKey.ts'
import {
  type ParticipantQuestionId,
  participantQuestionIds,
} from '../../shared/guide/participantQuestions.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import type { AnsweredQuestion, AnswerPrivacy, SealedAnswers } from '../../shared/wire/sealedAnswers.ts'
import type { Visitor } from './startTestServer.ts'

type Answering = Pick<Visitor, 'post'>

/** One person at their device, which keeps the keys of what they sealed. */
export function answering({ post }: Answering, postmortemId: PostmortemId) {
  const keys: { questionId: ParticipantQuestionId; key: string }[] = []
  const path = `/api/postmortems/${postmortemId}/sealed-answers`
  const ask = async (body: object) => {
    const reply = await post(path, { keys, ...body })
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
    return reply.body as unknown as SealedAnswers // the answer’s own shape
  }
  const look = () => ask({ for: 'looking' })
  const keyOf = (questionId: ParticipantQuestionId): string => {
    const known = keys.find((own) => own.questionId === questionId)
    if (known) return known.key
    const made = { questionId, key: newSecretKey() }
    keys.push(made)
    return made.key
  }
  return {
    keys,
    look,
    at: async (questionId: ParticipantQuestionId): Promise<AnsweredQuestion> => {
      const found = (await look()).questions.find((question) => question.questionId === questionId)
      if (!found) throw new Error(`${questionId} is not asked.`)
      return found
    },
    seal: (questionId: ParticipantQuestionId, text: string, withoutName = false) =>
      post(path, { for: 'sealing', keys, questionId, key: keyOf(questionId), text, withoutName }),
    reopen: async (questionId: ParticipantQuestionId) =>
      (await ask({ for: 'reopening', questionId })).reopened?.text ?? null,
    choose: (privacy: AnswerPrivacy, questionIds = participantQuestionIds) =>
      post(`${path}/privacy`, { questionIds, privacy }),
    reveal: (questionIds = participantQuestionIds) => post(`${path}/reveal`, { questionIds }),
  }
}
