import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { PostmortemId } from '../../shared/ids.ts'
import { readTriageEndpoint } from '../../shared/wire/triage.ts'
import { callApi } from './callApi.ts'
import { orThrow } from './orThrow.ts'
import { useRoom } from './RoomProvider.tsx'
import { useValue } from './valueStore.ts'

const MS_BETWEEN_LOOKS = 15_000

const triageKey = (postmortemId: PostmortemId) => ['triage', postmortemId]

/** What is known beside the document, and every decision on how it is reviewed. */
export function useTriage({ isAsked = true }: { isAsked?: boolean } = {}) {
  const { postmortemId, connection } = useRoom()
  const isLive = useValue(connection).is === 'live'
  return useQuery({
    queryKey: triageKey(postmortemId),
    queryFn: () => orThrow(callApi(readTriageEndpoint, { params: { postmortemId } })),
    enabled: isLive && isAsked,
    refetchInterval: MS_BETWEEN_LOOKS, // somebody else may decide meanwhile
  })
}

/** Asks once more, after something was decided or said. */
export function useRefreshTriage(): () => Promise<void> {
  const { postmortemId } = useRoom()
  const queryClient = useQueryClient()
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: triageKey(postmortemId) }),
    [queryClient, postmortemId],
  )
}
