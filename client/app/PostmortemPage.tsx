import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Outlet, useLocation } from '@tanstack/react-router'
import { postmortemId } from '../../shared/ids.ts'
import { joinMeetingEndpoint } from '../../shared/wire/postmortems.ts'
import { callApi } from '../room/callApi.ts'
import { orThrow } from '../room/orThrow.ts'
import { RoomProvider } from '../room/RoomProvider.tsx'
import { MeetingShell } from './MeetingShell.tsx'
import { useMe } from './me.ts'
import { ProblemPage } from './ProblemPage.tsx'
import { WaitingPage } from './WaitingPage.tsx'

const route = getRouteApi('/person/p/$postmortemId')

/** Joins the meeting and opens the room once for all its tabs. */
export function PostmortemPage() {
  const me = useMe()
  const { postmortemId: id } = route.useParams()
  const { searchStr } = useLocation()
  const asObserver = new URLSearchParams(searchStr).get('as') === 'observer' // the watch-only link
  const { data, error, refetch } = useQuery({
    queryKey: ['joined', id, me.personId],
    queryFn: () =>
      orThrow(
        callApi(joinMeetingEndpoint, {
          params: { postmortemId: postmortemId.parse(id) },
          body: { asObserver }, // someone who joined before keeps the role they have
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY, // from here on the room itself hears of every change
    gcTime: 0,
  })
  if (error && !data) return <ProblemPage problem={error} onTryAgain={() => void refetch()} />
  if (!data) return <WaitingPage />
  return (
    <RoomProvider key={id} opening={{ snapshot: data.snapshot, me, stageKey: null }}>
      <MeetingShell>
        <Outlet />
      </MeetingShell>
    </RoomProvider>
  )
}
