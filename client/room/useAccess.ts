import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type * as z from 'zod/mini'
import type { PostmortemId } from '../../shared/ids.ts'
import { readAccessEndpoint } from '../../shared/wire/access.ts'
import { callApi } from './callApi.ts'
import { orThrow } from './orThrow.ts'
import { useRoom } from './RoomProvider.tsx'
import { useMyRole } from './useMeeting.ts'
import { useValue } from './valueStore.ts'

/** Who may read this postmortem, and for whoever may change that, who is at its door. */
export type Access = z.output<typeof readAccessEndpoint.answer>

const accessKey = (postmortemId: PostmortemId) => ['access', postmortemId]

/**
 * Asked once the room is live: before that, somebody else may be signed in in this browser, and would be answered. And
 * with another role in the meeting there is another answer.
 */
export function useAccess() {
  const { postmortemId, connection } = useRoom()
  const isLive = useValue(connection).is === 'live'
  const role = useMyRole()
  return useQuery({
    queryKey: [...accessKey(postmortemId), role],
    queryFn: () => orThrow(callApi(readAccessEndpoint, { params: { postmortemId } })),
    placeholderData: keepPreviousData,
    enabled: isLive,
  })
}

/** Asks once more who may read and who waits. */
export function useRefreshAccess(): () => Promise<void> {
  const { postmortemId } = useRoom()
  const queryClient = useQueryClient()
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: accessKey(postmortemId) }),
    [queryClient, postmortemId],
  )
}

/** Looks again whenever the server says that guests came or went. */
export function useFollowGuests(): void {
  const { guestsChanged } = useRoom()
  const refresh = useRefreshAccess()
  useEffect(() => guestsChanged.subscribe(() => void refresh()), [guestsChanged, refresh])
}
