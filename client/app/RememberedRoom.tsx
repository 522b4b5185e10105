import type { ReactNode } from 'react'
import { refuse } from '../../shared/result.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import type { KeptMeeting } from '../device/keptMeeting.ts'
import type { Joined } from '../room/openRoom.ts'
import { RoomProvider } from '../room/RoomProvider.tsx'
import { useAskWhoIAm, useMe } from './me.ts'
import { useJoinMeeting } from './useJoinMeeting.ts'

/** A room as this device remembers it, shown at once, with or without a connection. It asks to be let in meanwhile. */
export function RememberedRoom({ kept, children }: { kept: KeptMeeting; children: ReactNode }) {
  const me = useMe()
  const askWhoIAm = useAskWhoIAm()
  const join = useJoinMeeting(kept.snapshot.postmortemId)
  const enter = async (): Promise<Joined> => {
    const account = await askWhoIAm()
    if (!account.ok) return account
    if (account.value.person?.personId === me.personId) return join()
    return refuse({ reason: 'someoneElse', sentence: closeCodes.someoneElse.reason })
  }
  const { snapshot, ...memory } = kept
  return <RoomProvider opening={{ snapshot, me, stageKey: null, memory, enter }}>{children}</RoomProvider>
}
