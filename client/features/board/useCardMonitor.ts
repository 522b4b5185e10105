import {
  type ElementEventBasePayload,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect } from 'react'
import * as z from 'zod/mini'
import { cardKind, moveCard } from '../../../shared/content/cards.ts'
import { cardId } from '../../../shared/ids.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { usePresenting } from '../../room/usePresenting.ts'
import { useBoardFocus } from './boardFocus.tsx'
import { type DropPlace, placeBeside } from './dropPlace.ts'

const dragged = z.object({ cardId })
const hovered = z.object({ kind: cardKind, cardId: z.nullable(cardId), half: z.enum(['upper', 'lower']) })

/** Follows a drag: presence while it lasts, one write when it is dropped. */
export function useCardMonitor(): void {
  const room = useRoom()
  const presenting = usePresenting()
  const { dropPlace } = useBoardFocus()
  useEffect(() => {
    const { contentDoc, origin, undo } = room
    const placeOf = ({ source, location }: ElementEventBasePayload): DropPlace | null => {
      const over = hovered.safeParse(location.current.dropTargets[0]?.data)
      if (!over.success) return null
      return placeBeside(room.cards.read(), dragged.parse(source.data).cardId, over.data)
    }
    return monitorForElements({
      canMonitor: ({ source }) => 'cardId' in source.data,
      onDragStart: ({ source }) => presenting.dragging(dragged.parse(source.data).cardId),
      onDrag: (drag) => {
        const next = placeOf(drag)
        if (!isSamePlace(next, dropPlace.get())) dropPlace.set(next)
      },
      onDrop: (drop) => {
        const to = placeOf(drop)
        presenting.dragging(null)
        dropPlace.set(null)
        if (!to) return // dropped beside the board
        undo.stopCapturing()
        moveCard(contentDoc, dragged.parse(drop.source.data).cardId, to, origin)
      },
    })
  }, [room, presenting, dropPlace])
}

const isSamePlace = (a: DropPlace | null, b: DropPlace | null) =>
  a?.kind === b?.kind && a?.afterCardId === b?.afterCardId
