import { type RefObject, useRef } from 'react'
import { useShortcut } from '../../room/useShortcut.ts'

/** J and K go to the next and the previous card, through all columns, from wherever the focus is. */
export function useNextCardKeys(): RefObject<HTMLDivElement | null> {
  const board = useRef<HTMLDivElement>(null)
  useShortcut('cards', (event) => {
    const rows = [...(board.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
    const shown = rows.filter((row) => row.checkVisibility?.() ?? true) // a narrow screen hides the other columns
    const at = shown.findIndex((row) => row.contains(document.activeElement))
    const step = event.key.toUpperCase() === 'J' ? 1 : -1
    const next = at < 0 ? shown.at(step > 0 ? 0 : -1) : shown[at + step]
    next?.focus()
  })
  return board
}
