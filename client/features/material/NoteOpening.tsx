import { useNoteOpening } from './useMaterial.ts'

/** Shows nothing. */
export function NoteOpening() {
  useNoteOpening()
  return null
}
