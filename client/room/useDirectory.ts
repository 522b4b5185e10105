import { useQuery } from '@tanstack/react-query'
import type { KnownPerson, KnownTeam } from '../../shared/people/coverage.ts'
import type { Membership } from '../../shared/wire/people.ts'
import { openPostmortemEndpoint } from '../../shared/wire/postmortems.ts'
import { openWorkspaceEndpoint } from '../../shared/wire/workspaces.ts'
import { callApi } from './callApi.ts'
import { orThrow } from './orThrow.ts'
import { useRoom } from './RoomProvider.tsx'
import { useValue } from './valueStore.ts'

export type Directory = {
  people: readonly KnownPerson[]
  teams: readonly KnownTeam[]
  /** Null for a guest. */
  workspace: Membership | null
}
const nobody: Directory = { people: [], teams: [], workspace: null }

/** The people and teams of the workspace this postmortem is in. Nobody for a guest, who does not know it. */
export function useDirectory(): Directory {
  const { postmortemId, me, connection } = useRoom()
  const isLive = useValue(connection).is === 'live'
  const { data } = useQuery({
    queryKey: ['directory', postmortemId, me?.personId],
    queryFn: async (): Promise<Directory> => {
      const { summary } = await orThrow(callApi(openPostmortemEndpoint, { params: { postmortemId } }))
      const { workspaceId } = summary
      const opened = await callApi(openWorkspaceEndpoint, { params: { workspaceId } })
      return opened.ok ? opened.value : nobody
    },
    enabled: isLive, // before that, somebody else may be signed in in this browser
  })
  return data ?? nobody
}
