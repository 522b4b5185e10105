import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { CardId } from '../../../shared/ids.ts'
import { useBoardFocus } from './boardFocus.tsx'
import type { BoardKind } from './columns.ts'

/** The free part of a column takes cards too. `dropAfter` is where a dragged one would land in it now. */
export function useColumnDrop(kind: BoardKind) {
  const list = useRef<HTMLUListElement>(null)
  const { dropPlace } = useBoardFocus()
  useEffect(() => {
    const element = list.current
    if (!element) return
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => 'cardId' in source.data,
      getData: () => ({ kind, cardId: null, half: 'lower' }),
    })
  }, [kind])
  const place = useSyncExternalStore(dropPlace.subscribe, () => {
    const current = dropPlace.get()
    return current?.kind === kind ? current : null
  })
  const dropAfter: { cardId: CardId | null } | null = place && { cardId: place.afterCardId }
  return { list, dropAfter }
}
