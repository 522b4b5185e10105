import { useCallback, useRef, useSyncExternalStore } from 'react'
import { useRoom } from '../../room/RoomProvider.tsx'

/** Long enough that typing does not look for every passage at each letter. */
const PAUSE_MS = 250

/** Another number some moments after the document has changed. */
export function useContentVersion(): number {
  const { contentDoc } = useRoom()
  const version = useRef(0)
  const subscribe = useCallback(
    (changed: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const onUpdate = () => {
        timer ??= setTimeout(() => {
          timer = undefined
          version.current++
          changed()
        }, PAUSE_MS)
      }
      contentDoc.on('update', onUpdate)
      return () => {
        clearTimeout(timer)
        contentDoc.off('update', onUpdate)
      }
    },
    [contentDoc],
  )
  return useSyncExternalStore(subscribe, () => version.current)
}
