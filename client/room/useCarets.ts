import { useMemo } from 'react'
import * as Y from 'yjs'
import type { PresencePlace } from '../../shared/wire/presence.ts'
import { type PresentBrowser, useOthersAt } from './usePresence.ts'

/** Where another person's caret stands in a text, as an index into it. */
export type OtherCaret = { clientId: number; index: number; name: string; colour: number; movedAt: number }

/** The others' carets in `text`, in the order of the letters. `written` is what the text reads now. */
export function useCarets(text: Y.Text, place: PresencePlace, written: string): readonly OtherCaret[] {
  const others = useOthersAt(place)
  return useMemo(
    () =>
      others
        .flatMap((browser) => caretOf(browser, text, written.length) ?? [])
        .sort((a, b) => a.index - b.index),
    [others, text, written],
  )
}

function caretOf(
  { clientId, caret, person }: PresentBrowser,
  text: Y.Text,
  length: number,
): OtherCaret | null {
  if (!caret || !text.doc) return null
  try {
    const position = Y.createRelativePositionFromJSON(caret.position)
    const absolute = Y.createAbsolutePositionFromRelativePosition(position, text.doc)
    if (absolute?.type !== text) return null
    const index = Math.min(absolute.index, length)
    return { clientId, index, name: person.name, colour: person.colour, movedAt: caret.movedAt }
  } catch {
    return null // a position is whatever the other browser sent
  }
}
