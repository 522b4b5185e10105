import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { participantQuestionIds } from '../../shared/guide/participantQuestions.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { sealedAnswersEndpoint } from '../../shared/wire/sealedAnswers.ts'
import { recallAnswerKey } from '../device/keptAnswers.ts'
import { callApi } from './callApi.ts'
import { orThrow } from './orThrow.ts'
import { useRoom } from './RoomProvider.tsx'
import { useMyRole } from './useMeeting.ts'
import { useValue } from './valueStore.ts'

const MS_BETWEEN_LOOKS = 20_000

/** By which the server knows the answers of this device. */
export const answerKeysOf = (me: PersonId, postmortemId: PostmortemId) =>
  participantQuestionIds.flatMap((questionId) => {
    const key = recallAnswerKey({ me, postmortemId, questionId })
    return key === null ? [] : [{ questionId, key }]
  })

/** Where the questions stand: how many answers are sealed, which are one's own, and what has been opened. */
export function useSealedAnswers(me: PersonId) {
  const { postmortemId, connection, answersChanged } = useRoom()
  const isLive = useValue(connection).is === 'live'
  const role = useMyRole()
  const refresh = useRefreshSealedAnswers()
  useEffect(() => answersChanged.subscribe(() => void refresh()), [answersChanged, refresh])
  return useQuery({
    queryKey: ['sealed-answers', postmortemId, me, role],
    queryFn: () =>
      orThrow(
        callApi(sealedAnswersEndpoint, {
          params: { postmortemId },
          body: { for: 'looking', keys: answerKeysOf(me, postmortemId) },
        }),
      ),
    enabled: isLive, // before that, somebody else may be signed in in this browser
    refetchInterval: MS_BETWEEN_LOOKS,
  })
}

/** Looks again once something was sealed, opened or made more private. */
export function useRefreshSealedAnswers(): () => Promise<void> {
  const { postmortemId } = useRoom()
  const queryClient = useQueryClient()
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: ['sealed-answers', postmortemId] }),
    [queryClient, postmortemId],
  )
}
