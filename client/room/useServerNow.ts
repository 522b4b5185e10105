import { useCallback, useSyncExternalStore } from 'react'
import { useRoom } from './RoomProvider.tsx'

/**
 * The server's time in ms, in whole steps of `everyMs`, so that figures tick together on every screen. Null until the
 * server has told the time once.
 */
export function useServerNow(everyMs = 1_000): number | null {
  const { clock } = useRoom()
  const subscribe = useCallback(
    (changed: () => void) => {
      const stopWaiting = clock.isKnown.subscribe(changed)
      let timer: ReturnType<typeof setTimeout>
      const tick = () => {
        changed()
        timer = setTimeout(tick, everyMs - ((clock.now() ?? 0) % everyMs))
      }
      timer = setTimeout(tick, everyMs - ((clock.now() ?? 0) % everyMs))
      return () => {
        stopWaiting()
        clearTimeout(timer)
      }
    },
    [clock, everyMs],
  )
  return useSyncExternalStore(subscribe, () => {
    const now = clock.now()
    return now === null ? null : Math.floor(now / everyMs) * everyMs
  })
}
