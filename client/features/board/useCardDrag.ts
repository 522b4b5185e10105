import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useRef } from 'react'
import type { Card } from '../../../shared/content/cards.ts'

/** Lets a card be dragged, and tells over which half of it another one hovers. */
export function useCardDrag({ id, place }: Card, mayDrag: boolean): RefObject<HTMLLIElement | null> {
  const row = useRef<HTMLLIElement>(null)
  const { kind } = place
  useEffect(() => {
    const element = row.current
    if (!element || !mayDrag) return
    return combine(
      draggable({ element, getInitialData: () => ({ cardId: id }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => 'cardId' in source.data,
        getData: ({ input }) => {
          const { top, height } = element.getBoundingClientRect()
          return { kind, cardId: id, half: input.clientY < top + height / 2 ? 'upper' : 'lower' }
        },
      }),
    )
  }, [id, kind, mayDrag])
  return row
}
