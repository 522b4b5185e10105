import { useMemo } from 'react'
import { isAttachedTo } from '../../../shared/content/attachments.ts'
import {
  addCard,
  type Card,
  type CardKind,
  cardTextOf,
  moveCard,
  reclassifyCard,
  removeCard,
} from '../../../shared/content/cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { useAttaching } from '../../room/attaching.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { newId } from '../../room/room.ts'
import type { Leaving } from '../../room/SharedTextField.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { showToast } from '../../ui/toasts.ts'
import { focusCard, useBoardFocus } from './boardFocus.tsx'
import { columns } from './columns.ts'
import { placeOneStep } from './dropPlace.ts'

/** What a person can do to the cards, the same by pointer, menu and keyboard. */
export function useCardEdits() {
  const room = useRoom()
  const focus = useBoardFocus()
  const attaching = useAttaching()
  return useMemo(() => {
    const { contentDoc, origin, undo, me } = room
    const cards = () => room.cards.read()
    const find = (id: CardId): Card | undefined => cards().find((card) => card.id === id)

    /** On the card, or where it goes away on the one beside it. */
    const focusNear = (id: CardId, isGoing: boolean) => {
      const column = cards().filter(({ place }) => place.kind === find(id)?.place.kind)
      const position = column.findIndex((card) => card.id === id)
      const next = isGoing ? (column[position + 1] ?? column[position - 1]) : column[position]
      if (next) focusCard(next.id)
    }

    return {
      /** An empty card to write in; one that stays empty is taken away again on leaving it. */
      add: (kind: CardKind) => {
        const id = newId<CardId>()
        undo.stopCapturing()
        addCard(contentDoc, { id, kind, text: '', by: me?.personId ?? null, createdAt: room.now() }, origin)
        focus.editing.set(id)
      },
      /** `isKept` where someone else is writing in it at this moment. What only shows a picture or a log is not empty. */
      leave: (id: CardId, leaving: Leaving, isKept: boolean) => {
        if (focus.editing.get() === id) focus.editing.set(null)
        const isEmpty = cardTextOf(contentDoc, id)?.toString().trim() === ''
        const isShowing = [...room.attachments.read(), ...(attaching?.pending.get() ?? [])].some(
          isAttachedTo({ on: 'card', id }),
        )
        const isRemoved = isEmpty && !isKept && !isShowing
        if (leaving === 'keys') focusNear(id, isRemoved)
        if (isRemoved) removeCard(contentDoc, id, origin)
      },
      reclassify: (id: CardId, kind: Exclude<CardKind, 'parked'>) => {
        undo.stopCapturing()
        focus.focusOnceMoved(id)
        reclassifyCard(contentDoc, id, kind, origin)
        announce(`Moved to ${columns[kind].title}`)
      },
      step: (id: CardId, step: -1 | 1) => {
        const card = find(id)
        const to = card && placeOneStep(cards(), card, step)
        if (!to) return // it is the first or the last one already
        undo.stopCapturing()
        focus.focusOnceMoved(id)
        moveCard(contentDoc, id, to, origin)
        announce(step < 0 ? 'Moved up' : 'Moved down')
      },
      remove: (id: CardId) => {
        focusNear(id, true)
        const restore = reversibly(room, () => removeCard(contentDoc, id, origin))
        showToast('Card removed', { onUndo: restore })
      },
    }
  }, [room, focus, attaching])
}
