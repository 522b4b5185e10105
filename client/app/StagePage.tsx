import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { readStageEndpoint } from '../../shared/wire/postmortems.ts'
import { Stage } from '../features/stage/Stage.tsx'
import { callApi } from '../room/callApi.ts'
import { orThrow } from '../room/orThrow.ts'
import { RoomProvider } from '../room/RoomProvider.tsx'
import { StageProblem } from './StageProblem.tsx'

const route = getRouteApi('/stage/$stageKey')

/** The shared screen: it has a key, reads, and can do nothing else. */
export function StagePage() {
  const { stageKey } = route.useParams()
  const { data, error } = useQuery({
    queryKey: ['stage', stageKey],
    queryFn: () =>
      orThrow(callApi(readStageEndpoint, { params: {}, headers: { authorization: `Stage ${stageKey}` } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (error && !data) return <StageProblem problem={error} />
  if (!data) return <main id="main" />
  return (
    <RoomProvider
      key={stageKey}
      opening={{ snapshot: data.snapshot, me: null, stageKey, memory: null, enter: null }}
    >
      <Stage title={data.summary.title} />
    </RoomProvider>
  )
}
