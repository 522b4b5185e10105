import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { listCommentsEndpoint } from '../../shared/wire/comments.ts'
import { callApi } from './callApi.ts'
import { orThrow } from './orThrow.ts'
import { useRoom } from './RoomProvider.tsx'
import type { Room } from './room.ts'
import { useValue } from './valueStore.ts'

/** Each person's own: somebody else may sign in beside this page. */
const commentsKey = ({ postmortemId, me }: Room) => ['comments', postmortemId, me?.personId]

/** Every thread of comments. Asked whenever the room comes alive and whenever the server says that there is something new. */
export function useThreads() {
  const room = useRoom()
  const { postmortemId, connection, commentsChanged } = room
  const isLive = useValue(connection).is === 'live'
  const refresh = useRefreshThreads()
  useEffect(() => commentsChanged.subscribe(() => void refresh()), [commentsChanged, refresh])
  return useQuery({
    queryKey: commentsKey(room),
    queryFn: () => orThrow(callApi(listCommentsEndpoint, { params: { postmortemId } })),
    placeholderData: keepPreviousData,
    enabled: isLive,
    staleTime: 0, // what was said while the line was down is asked for once it is back
    refetchOnWindowFocus: false,
  })
}

export function useRefreshThreads(): () => Promise<void> {
  const room = useRoom()
  const queryClient = useQueryClient()
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: commentsKey(room) }),
    [queryClient, room],
  )
}
