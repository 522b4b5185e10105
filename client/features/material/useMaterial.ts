import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { MeetingId, PostmortemId } from '../../../shared/ids.ts'
import { type Material, materialEndpoint } from '../../../shared/wire/material.ts'
import { callApi } from '../../room/callApi.ts'
import { orThrow } from '../../room/orThrow.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeeting, useMyRole } from '../../room/useMeeting.ts'
import { useValue } from '../../room/valueStore.ts'

const MS_BETWEEN_LOOKS = 20_000
const keyOf = (postmortemId: PostmortemId, meetingId: MeetingId) => ['material', postmortemId, meetingId]

/** Where the material of this meeting stands: when it went out, and how many have opened it. */
export function useMaterial() {
  const { postmortemId, connection, snapshot } = useRoom()
  const isLive = useValue(connection).is === 'live'
  const { meetingId } = useValue(snapshot)
  const role = useMyRole()
  return useQuery({
    queryKey: [...keyOf(postmortemId, meetingId), role],
    queryFn: () => orThrow(callApi(materialEndpoint, { params: { postmortemId }, body: { for: 'looking' } })),
    enabled: isLive, // before that, somebody else may be signed in in this browser
    refetchInterval: MS_BETWEEN_LOOKS,
  })
}

/** Shows what the server has just answered. */
export function useKeepMaterial(): (material: Material) => void {
  const { postmortemId, snapshot } = useRoom()
  const { meetingId } = useValue(snapshot)
  const role = useMyRole()
  const queryClient = useQueryClient()
  return (material) => queryClient.setQueryData([...keyOf(postmortemId, meetingId), role], material)
}

/**
 * Says that this person has the postmortem in front of them, whichever page of it: as it opens, and as they come back to
 * it. The server counts those it was sent to, and keeps nobody's name. What does not get there is said the next time.
 */
export function useNoteOpening(): void {
  const { postmortemId, connection, snapshot, me } = useRoom()
  const isLive = useValue(connection).is === 'live'
  const { meetingId } = useValue(snapshot)
  const isAhead = useMeeting().status === 'scheduled'
  const isSomebody = me !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: each meeting is opened anew
  useEffect(() => {
    if (!isLive || !isAhead || !isSomebody) return
    const note = () => {
      if (document.visibilityState === 'visible')
        void callApi(materialEndpoint, { params: { postmortemId }, body: { for: 'opening' } })
    }
    note()
    document.addEventListener('visibilitychange', note)
    return () => document.removeEventListener('visibilitychange', note)
  }, [isLive, isAhead, isSomebody, postmortemId, meetingId])
}
