import type { UndoManager } from 'yjs'
import { useRoom } from './RoomProvider.tsx'
import { useShortcut } from './useShortcut.ts'

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'preventDefault'>

/**
 * Takes Ctrl or ⌘ with Z, with Shift and Z, and Ctrl with Y, in a field that shares its text. The browser's own undo
 * would bring back what the field held before others wrote into it. False for any other key.
 */
export function undoOrRedo(undo: UndoManager, event: Keys): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false
  const key = event.key.toLowerCase()
  if (key !== 'z' && !(key === 'y' && event.ctrlKey)) return false
  event.preventDefault()
  if (key === 'y' || event.shiftKey) undo.redo()
  else undo.undo()
  return true
}

/** The same keys anywhere else on a meeting's pages. */
export function useUndo(): void {
  const { undo } = useRoom()
  useShortcut('undo', () => undo.undo())
  useShortcut('redo', () => undo.redo())
}
