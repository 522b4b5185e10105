import type { KeyboardEvent } from 'react'
import type { CardId } from '../../../shared/ids.ts'
import { shortcutPressed } from '../../room/shortcutList.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import { useBoardFocus } from './boardFocus.tsx'
import type { BoardKind } from './columns.ts'
import { useCardEdits } from './useCardEdits.ts'

/** What keys do on a card that has the focus. Inside its text they are letters. */
export function useCardKeys(kind: BoardKind, kinds: readonly BoardKind[]) {
  const mayEdit = useMayEdit()
  const edits = useCardEdits()
  const focus = useBoardFocus()
  useShortcut('editCard', null, { isOn: mayEdit })
  useShortcut('moveToColumn', null, { isOn: mayEdit })
  useShortcut('moveInColumn', null, { isOn: mayEdit })
  useShortcut('removeCard', null, { isOn: mayEdit })

  return (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target
    if (!(row instanceof HTMLElement) || row.dataset.card === undefined) return // the key is for something inside it
    const id = row.dataset.card as CardId // the row writes its own id there
    const run = moveOf(row, pressed(event)) ?? (mayEdit ? editOf(id, pressed(event)) : null)
    if (!run) return
    event.preventDefault()
    run()
  }

  function editOf(id: CardId, key: string): (() => void) | null {
    const column = kinds.indexOf(kind)
    const beside = key === '[' ? kinds[column - 1] : key === ']' ? kinds[column + 1] : undefined
    if (beside) return () => edits.reclassify(id, beside)
    switch (key) {
      case 'Enter':
        return () => focus.editing.set(id)
      case 'Delete':
      case 'Backspace':
        return () => edits.remove(id)
      case 'Alt+ArrowUp':
        return () => edits.step(id, -1)
      case 'Alt+ArrowDown':
        return () => edits.step(id, 1)
      default:
        return null
    }
  }
}

const pressed = (event: KeyboardEvent) => shortcutPressed(event.nativeEvent)

function moveOf(row: HTMLElement, key: string): (() => void) | null {
  switch (key) {
    case 'ArrowDown':
      return () => cardBeside(row, 1)?.focus()
    case 'ArrowUp':
      return () => cardBeside(row, -1)?.focus()
    case 'Home':
    case 'End':
      return () => cardAtEnd(row, key)?.focus()
    default:
      return null
  }
}

const rowsBeside = (row: HTMLElement) => [
  ...(row.parentElement?.querySelectorAll<HTMLElement>(':scope > [data-card]') ?? []),
]

function cardBeside(row: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const rows = rowsBeside(row)
  return rows[rows.indexOf(row) + step]
}

const cardAtEnd = (row: HTMLElement, end: 'Home' | 'End'): HTMLElement | undefined =>
  rowsBeside(row).at(end === 'Home' ? 0 : -1)
