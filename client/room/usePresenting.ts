import { useMemo } from 'react'
import type * as Y from 'yjs'
import { createRelativePositionFromTypeIndex, relativePositionToJSON } from 'yjs'
import type { CardId } from '../../shared/ids.ts'
import type { PresencePlace } from '../../shared/wire/presence.ts'
import { useRoom } from './RoomProvider.tsx'

export type Presenting = {
  /** Null when the person has left the place. */
  editing: (place: PresencePlace | null) => void
  caretAt: (text: Y.Text, index: number) => void
  dragging: (cardId: CardId | null) => void
}

/** What this browser shows the others of itself. Says nothing on the shared screen. */
export function usePresenting(): Presenting {
  const { presence } = useRoom()
  return useMemo(
    () => ({
      editing: (place) => {
        presence?.setLocalStateField('editing', place)
        if (place === null) presence?.setLocalStateField('caret', null)
      },
      caretAt: (text, index) => {
        const position = relativePositionToJSON(createRelativePositionFromTypeIndex(text, index))
        presence?.setLocalStateField('caret', { position, movedAt: Date.now() })
      },
      dragging: (cardId) => presence?.setLocalStateField('dragging', cardId),
    }),
    [presence],
  )
}
