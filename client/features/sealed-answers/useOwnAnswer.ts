import { useState } from 'react'
import type { PersonId } from '../../../shared/ids.ts'
import { type AnsweredQuestion, sealedAnswersEndpoint } from '../../../shared/wire/sealedAnswers.ts'
import {
  type AnswerDraft,
  forgetDraft,
  keepDraft,
  ownAnswerKey,
  recallDraft,
} from '../../device/keptAnswers.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { answerKeysOf, useRefreshSealedAnswers } from '../../room/useSealedAnswers.ts'
import { useSending } from '../../room/useSending.ts'
import { announce } from '../../ui/liveRegions.ts'
import { showToast } from '../../ui/toasts.ts'

export const emptyAnswer: AnswerDraft = { text: '', withoutName: false }

/** What one writes to a question. It stays on this device until it is sealed, and goes to the server in one piece. */
export function useOwnAnswer(
  { questionId }: AnsweredQuestion,
  { me, beginsOpen }: { me: PersonId; beginsOpen: boolean },
) {
  const { postmortemId } = useRoom()
  const own = { me, postmortemId, questionId }
  const refresh = useRefreshSealedAnswers()
  const { send, problem, isSending } = useSending()
  const [draft, setDraft] = useState<AnswerDraft | null>(
    () => recallDraft(own) ?? (beginsOpen ? emptyAnswer : null),
  )
  const write = (written: AnswerDraft) => {
    setDraft(written)
    if (written.text === '') forgetDraft(own)
    else keepDraft(own, written)
  }
  return {
    draft,
    problem,
    isSending,
    write,
    seal: (written: AnswerDraft) =>
      send(
        () => {
          const keys = answerKeysOf(me, postmortemId)
          const body = { for: 'sealing', keys, questionId, key: ownAnswerKey(own), ...written } as const
          return callApi(sealedAnswersEndpoint, { params: { postmortemId }, body })
        },
        async () => {
          await refresh()
          forgetDraft(own)
          setDraft(null)
          announce('Your answer is sealed.')
        },
      ),
    /** What is sealed stays sealed until another answer takes its place. */
    reopen: () =>
      send(
        () => {
          const body = { for: 'reopening', keys: answerKeysOf(me, postmortemId), questionId } as const
          return callApi(sealedAnswersEndpoint, { params: { postmortemId }, body })
        },
        ({ reopened }) => {
          if (reopened !== null) write(reopened)
        },
      ),
    leave: () => {
      forgetDraft(own)
      setDraft(null)
      if (draft !== null && draft.text.trim() !== '')
        showToast('What you wrote is dropped', { onUndo: () => write(draft) })
    },
  }
}
