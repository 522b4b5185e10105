import * as z from 'zod/mini'
import type { ParticipantQuestionId } from '../../shared/guide/participantQuestions.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { secretKey } from '../../shared/people/credentials.ts'
import { forget, keep, keptPrefixOf, recall } from './keptValue.ts'

const answerDraft = z.object({ text: z.string(), withoutName: z.boolean() })
/** An answer on its way: it leaves this device when it is sealed, and in one piece. */
export type AnswerDraft = z.infer<typeof answerDraft>

/** Whose answer, and to what. */
export type OwnAnswer = { me: PersonId; postmortemId: PostmortemId; questionId: ParticipantQuestionId }

const draftKeyOf = ({ me, postmortemId, questionId }: OwnAnswer) =>
  `${keptPrefixOf(me)}answer.${postmortemId}.${questionId}`
const keyKeyOf = ({ me, postmortemId, questionId }: OwnAnswer) =>
  `${keptPrefixOf(me)}answer-key.${postmortemId}.${questionId}`

export const recallDraft = (own: OwnAnswer): AnswerDraft | null => recall(draftKeyOf(own), answerDraft)
export const keepDraft = (own: OwnAnswer, draft: AnswerDraft): boolean => keep(draftKeyOf(own), draft)
export const forgetDraft = (own: OwnAnswer): void => forget(draftKeyOf(own))

/** By which a sealed answer can be reopened, from this device alone: the server keeps no other tie to a nameless one. */
export const recallAnswerKey = (own: OwnAnswer): string | null => recall(keyKeyOf(own), secretKey)

/** Kept before it is sent: an answer whose confirmation was lost on the way is still one's own. */
export function ownAnswerKey(own: OwnAnswer): string {
  const known = recallAnswerKey(own)
  if (known !== null) return known
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const key = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '')
  keep(keyKeyOf(own), key)
  return key
}
