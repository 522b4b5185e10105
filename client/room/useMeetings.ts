import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listMeetingsEndpoint, type PlannedMeeting } from '../../shared/wire/stages.ts'
import { callApi } from './callApi.ts'
import { orThrow } from './orThrow.ts'
import { useRoom } from './RoomProvider.tsx'
import { useValue } from './valueStore.ts'

/** Every meeting over this document, the oldest first; the newest as it is this moment. */
export function useMeetings() {
  const { postmortemId, snapshot, connection } = useRoom()
  const { meetingId, meeting } = useValue(snapshot)
  const isLive = useValue(connection).is === 'live'
  const asked = useQuery({
    queryKey: ['meetings', postmortemId, meetingId],
    queryFn: () => orThrow(callApi(listMeetingsEndpoint, { params: { postmortemId } })),
    placeholderData: keepPreviousData,
    enabled: isLive,
  })
  const { data, isPending, error, refetch, isFetching } = asked
  const meetings = useMemo((): PlannedMeeting[] => {
    const earlier = (data?.meetings ?? []).filter((other) => other.meetingId !== meetingId)
    return [...earlier.reverse(), { ...meeting, meetingId }]
  }, [data, meeting, meetingId])
  return { meetings, isKnown: data !== undefined, isPending, error, refetch, isFetching }
}
