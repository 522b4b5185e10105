import { useCallback, useSyncExternalStore } from 'react'
import { useRoom } from './RoomProvider.tsx'
import { steppedTime, tickServerTime } from './tickServerTime.ts'

/** The server's time in ms, in whole steps of `everyMs`. Null while it is not known. */
export function useServerNow(everyMs = 1_000): number | null {
  const { clock } = useRoom()
  const subscribe = useCallback(
    (changed: () => void) => tickServerTime(clock, everyMs, changed),
    [clock, everyMs],
  )
  return useSyncExternalStore(subscribe, () => steppedTime(clock, everyMs))
}
