import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PostmortemId } from '../../shared/ids.ts'
import { orThrow } from '../room/orThrow.ts'
import { RoomProvider } from '../room/RoomProvider.tsx'
import { useAccount, useMe } from './me.ts'
import { ProblemPage } from './ProblemPage.tsx'
import { useJoinMeeting } from './useJoinMeeting.ts'
import { WaitingPage } from './WaitingPage.tsx'
import { useAfterWaiting, WaitsAgain } from './WaitsAgain.tsx'

/** A room this device does not know yet. */
export function JoinedRoom({ id, children }: { id: PostmortemId; children: ReactNode }) {
  const me = useMe()
  const join = useJoinMeeting(id)
  const { data, error, refetch } = useQuery({
    queryKey: ['joined', id, me.personId],
    queryFn: () => orThrow(join()),
    staleTime: Number.POSITIVE_INFINITY, // from here on the room itself hears of every change
    gcTime: 0,
  })
  const visit = useAccount().visits.find(({ postmortemId }) => postmortemId === id)
  const mustWait = error?.reason === 'noSuchMeeting' && visit?.state === 'waiting'
  useAfterWaiting(mustWait, () => void refetch())
  if (mustWait) return <WaitsAgain visit={visit} />
  if (error && !data) return <ProblemPage problem={error} onTryAgain={() => void refetch()} />
  if (!data) return <WaitingPage />
  const opening = { snapshot: data.snapshot, me, stageKey: null, memory: null, enter: null }
  return <RoomProvider opening={opening}>{children}</RoomProvider>
}
