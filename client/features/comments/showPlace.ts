import type * as Y from 'yjs'
import type { PlacedThread } from '../../../shared/content/placeThreads.ts'
import { selectPassage } from '../../room/passageSelection.ts'
import { showEvent } from '../../room/showEvent.ts'

/** Takes a person to what a thread is about. False if that is on no part of the page that is open. */
export function showPlace(doc: Y.Doc, place: NonNullable<PlacedThread['place']>): boolean {
  if (place.on === 'passage') return selectPassage(doc, place.passage)
  if (place.on === 'event' && showEvent(place.id)) return true
  const row = [
    ...document.querySelectorAll<HTMLElement>(`[data-${place.on}="${CSS.escape(place.id)}"]`),
  ].find((element) => element.checkVisibility?.() ?? true)
  const target = row?.tabIndex === -1 && !row.hasAttribute('tabindex') ? row.querySelector('button') : row
  target?.focus()
  row?.scrollIntoView?.({ block: 'nearest' })
  return row !== undefined
}
