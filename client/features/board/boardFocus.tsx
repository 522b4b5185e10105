import { createContext, type ReactNode, useContext, useMemo, useRef, useSyncExternalStore } from 'react'
import type { CardId } from '../../../shared/ids.ts'
import { type ValueStore, valueStore } from '../../room/valueStore.ts'
import type { DropPlace } from './dropPlace.ts'

/** Which card of this screen is written in, and which one the focus goes to once it stands in its new place. */
export type BoardFocus = {
  editing: ValueStore<CardId | null>
  dropPlace: ValueStore<DropPlace | null>
  focusOnceMoved: (id: CardId) => void
  /** True once for the card that was asked for. */
  takeFocus: (id: CardId) => boolean
}

const FocusContext = createContext<BoardFocus | null>(null)

export function BoardFocusProvider({ children }: { children: ReactNode }) {
  const wanted = useRef<CardId | null>(null)
  const focus = useMemo(
    () => ({
      editing: valueStore<CardId | null>(null),
      dropPlace: valueStore<DropPlace | null>(null),
      focusOnceMoved: (id: CardId) => {
        wanted.current = id
      },
      takeFocus: (id: CardId) => {
        if (wanted.current !== id) return false
        wanted.current = null
        return true
      },
    }),
    [],
  )
  return <FocusContext.Provider value={focus}>{children}</FocusContext.Provider>
}

export function useBoardFocus(): BoardFocus {
  const focus = useContext(FocusContext)
  if (!focus) throw new Error('useBoardFocus is used outside a BoardFocusProvider')
  return focus
}

/** Renders again only the card that begins or ends being written in. */
export function useIsEditing(id: CardId): boolean {
  const { editing } = useBoardFocus()
  return useSyncExternalStore(editing.subscribe, () => editing.get() === id)
}

export const focusCard = (id: CardId): void =>
  document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus()
