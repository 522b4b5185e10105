import { useCallback, useRef, useSyncExternalStore } from 'react'
import { incidentOf } from '../../shared/content/contentDoc.ts'
import { type Incident, readIncident } from '../../shared/content/incident.ts'
import { useRoom } from './RoomProvider.tsx'

/** Null until the document has arrived. */
export function useIncident(): Incident | null {
  const { contentDoc } = useRoom()
  const read = useRef<Incident | null>(null)
  const subscribe = useCallback(
    (changed: () => void) => {
      const reread = () => {
        read.current = readIncident(contentDoc)
        changed()
      }
      reread()
      incidentOf(contentDoc).observe(reread)
      return () => incidentOf(contentDoc).unobserve(reread)
    },
    [contentDoc],
  )
  return useSyncExternalStore(subscribe, () => read.current)
}
