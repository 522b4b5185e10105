import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RoleHolder } from '../../shared/content/roleHolders.ts'
import { type InvitedHolder, listInvitedEndpoint } from '../../shared/wire/invited.ts'
import { callApi } from './callApi.ts'
import { orThrow } from './orThrow.ts'
import { useRoom } from './RoomProvider.tsx'
import { useRoleHolders } from './useContent.ts'
import { useValue } from './valueStore.ts'

const MS_BETWEEN_LOOKS = 15_000

/** `invited`: how their invitation stands; null where there was none, or the server has not said yet. */
export type HeldRole = RoleHolder & { invited: InvitedHolder['state'] | null }

/** Who has which role. Whoever was invited for one is that person from the moment they have come. */
export function useRolesHeld(): readonly HeldRole[] {
  const { postmortemId, connection } = useRoom()
  const isLive = useValue(connection).is === 'live'
  const holders = useRoleHolders()
  const isInvited = ({ personId, invitationId }: RoleHolder) =>
    personId === null && invitationId !== undefined
  const count = holders.filter(isInvited).length
  const { data } = useQuery({
    queryKey: ['invited', postmortemId, count],
    queryFn: () => orThrow(callApi(listInvitedEndpoint, { params: { postmortemId } })),
    enabled: isLive && count > 0,
    refetchInterval: MS_BETWEEN_LOOKS, // they may come meanwhile
  })
  return useMemo(() => {
    const byId = new Map((data?.invited ?? []).map((invited) => [invited.invitationId, invited]))
    return holders.map((holder) => {
      const found =
        holder.invitationId && holder.personId === null ? byId.get(holder.invitationId) : undefined
      return { ...holder, personId: found?.personId ?? holder.personId, invited: found?.state ?? null }
    })
  }, [holders, data])
}
