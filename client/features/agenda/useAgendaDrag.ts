import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type AgendaItemId, agendaItemId } from '../../../shared/ids.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'

type Edge = 'above' | 'below'

/** Lets a row be dragged, and dropped on: answers the edge where a row in flight would land. */
export function useAgendaDrag(
  row: RefObject<HTMLLIElement | null>,
  itemId: AgendaItemId,
  isOn: boolean,
): Edge | null {
  const { agenda } = useMeeting()
  const { ask } = useAsking()
  const [edge, setEdge] = useState<Edge | null>(null)
  const drop = (draggedId: AgendaItemId, at: Edge) => {
    const position = agenda.findIndex(({ id }) => id === itemId)
    const afterItemId = at === 'below' ? itemId : (agenda[position - 1]?.id ?? null)
    if (draggedId !== itemId && draggedId !== afterItemId) {
      void ask({ type: 'moveAgendaItem', itemId: draggedId, afterItemId })
    }
  }
  const newestDrop = useRef(drop)
  useEffect(() => {
    newestDrop.current = drop
  })

  useEffect(() => {
    const element = row.current
    if (!element || !isOn) return
    const edgeAt = (clientY: number): Edge => {
      const { top, height } = element.getBoundingClientRect()
      return clientY < top + height / 2 ? 'above' : 'below'
    }
    return combine(
      draggable({ element, getInitialData: () => ({ agendaItemId: itemId }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => agendaItemId.safeParse(source.data.agendaItemId).success,
        onDrag: ({ location, source }) =>
          setEdge(source.element === element ? null : edgeAt(location.current.input.clientY)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ location, source }) => {
          setEdge(null)
          const dragged = agendaItemId.safeParse(source.data.agendaItemId)
          if (dragged.success) newestDrop.current(dragged.data, edgeAt(location.current.input.clientY))
        },
      }),
    )
  }, [row, itemId, isOn])
  return edge
}
