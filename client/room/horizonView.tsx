import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useRoom } from './RoomProvider.tsx'
import { useCan, useMeeting } from './useMeeting.ts'

/** The moment from which this screen looks at the past. */
export type HorizonView = {
  /** Where the horizon stands, in ms; null when there is none. */
  horizonAt: number | null
  /** By what to dim: the horizon, or null while the person looks past it. */
  veilAt: number | null
  /** The person looks from another moment than the room. */
  isOwn: boolean
  peeking: boolean
  /** For the whole room by whoever steers the stage, otherwise for this screen alone. Null clears it. */
  set: (horizonAt: number | null) => void
  /** Back to where the room looks from. */
  follow: () => void
  peek: (peeking: boolean) => void
}

const HorizonContext = createContext<HorizonView | null>(null)

export function HorizonProvider({ children }: { children: ReactNode }) {
  const { send } = useRoom()
  const meeting = useMeeting()
  const setsForAll = useCan('steerStage') && meeting.status !== 'ended'
  /** Null follows the room. */
  const [own, setOwn] = useState<{ at: number | null } | null>(null)
  const [peeking, peek] = useState(false)

  const isOwn = own !== null && !setsForAll && own.at !== meeting.horizonAt
  const horizonAt = isOwn ? own.at : meeting.horizonAt
  const set = useCallback(
    (at: number | null) => {
      if (setsForAll) void send({ type: 'setHorizon', horizonAt: at })
      else setOwn({ at })
    },
    [setsForAll, send],
  )
  const follow = useCallback(() => setOwn(null), [])
  const view = useMemo(
    () => ({ horizonAt, veilAt: peeking ? null : horizonAt, isOwn, peeking, set, follow, peek }),
    [horizonAt, isOwn, peeking, set, follow],
  )
  return <HorizonContext.Provider value={view}>{children}</HorizonContext.Provider>
}

export function useHorizon(): HorizonView {
  const view = useContext(HorizonContext)
  if (!view) throw new Error('useHorizon is used outside a HorizonProvider')
  return view
}
