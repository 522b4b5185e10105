import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { PostmortemId } from '../../shared/ids.ts'
import { listCommentsEndpoint } from '../../shared/wire/comments.ts'
import { callApi } from './callApi.ts'
import { orThrow } from './orThrow.ts'
import { useRoom } from './RoomProvider.tsx'
import { useValue } from './valueStore.ts'

const commentsKey = (postmortemId: PostmortemId) => ['comments', postmortemId]

/** Every thread of comments. Asked whenever the room comes alive and whenever the server says that there is something new. */
export function useThreads() {
  const { postmortemId, connection, commentsChanged } = useRoom()
  const isLive = useValue(connection).is === 'live'
  const refresh = useRefreshThreads()
  useEffect(() => commentsChanged.subscribe(() => void refresh()), [commentsChanged, refresh])
  return useQuery({
    queryKey: commentsKey(postmortemId),
    queryFn: () => orThrow(callApi(listCommentsEndpoint, { params: { postmortemId } })),
    placeholderData: keepPreviousData,
    enabled: isLive,
    staleTime: 0, // what was said while the line was down is asked for once it is back
    refetchOnWindowFocus: false,
  })
}

export function useRefreshThreads(): () => Promise<void> {
  const { postmortemId } = useRoom()
  const queryClient = useQueryClient()
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: commentsKey(postmortemId) }),
    [queryClient, postmortemId],
  )
}
