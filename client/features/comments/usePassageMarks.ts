import { useEffect } from 'react'
import type { PlacedThread } from '../../../shared/content/placeThreads.ts'
import { rangeOf } from '../../room/passageSelection.ts'
import { useRoom } from '../../room/RoomProvider.tsx'

/** Marks on the page what these threads are about. It is paint: neither the page nor the document changes by it. */
export function usePassageMarks(placed: readonly PlacedThread[]): void {
  const { contentDoc } = useRoom()
  useEffect(() => {
    if (!globalThis.CSS?.highlights) return // an older browser shows the quotes only
    const ranges = placed.flatMap(({ thread, place }) =>
      place?.on === 'passage' && thread.resolved === null ? (rangeOf(contentDoc, place.passage) ?? []) : [],
    )
    CSS.highlights.set('comments', new Highlight(...ranges))
    return () => void CSS.highlights.delete('comments')
  }, [placed, contentDoc])
}
