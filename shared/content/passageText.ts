import * as Y from 'yjs'
import type { PassageField } from '../wire/comments.ts'
import { impactOf, summaryOf } from './contentDoc.ts'
import { notesItemsOf, notesOf } from './notes.ts'

/**
 * A field as one string, so that a passage is a range in it. The notes are many texts in a tree: they stand one after the
 * other, with a line break between two of them.
 */
export type PassageText = { words: string; pieces: readonly { text: Y.Text; from: number; length: number }[] }

/** Every field there is passages in. */
export const passageFieldsOf = (doc: Y.Doc): PassageField[] => [
  { in: 'prose', id: 'summary' },
  { in: 'prose', id: 'impact' },
  ...notesItemsOf(doc).map((id) => ({ in: 'notes', id }) as const),
]

export function passageTextOf(doc: Y.Doc, field: PassageField): PassageText {
  const texts =
    field.in === 'notes'
      ? textsIn(notesOf(doc, field.id), 0)
      : [field.id === 'summary' ? summaryOf(doc) : impactOf(doc)]
  const written = texts.map(wordsOf)
  let from = 0
  const pieces = texts.map((text, position) => {
    const length = written[position]?.length ?? 0
    const piece = { text, from, length }
    from += length + SEPARATOR.length
    return piece
  })
  return { words: written.join(SEPARATOR), pieces }
}

const SEPARATOR = '\n'

/** Deeper than anyone writes: a stranger can nest deeper than the stack is. */
const MOST_DEPTH = 100

function textsIn(parent: Y.XmlFragment, depth: number): Y.Text[] {
  if (depth >= MOST_DEPTH) return []
  return parent.toArray().flatMap((node): Y.Text[] => {
    if (node instanceof Y.XmlText) return [node]
    return node instanceof Y.XmlElement ? textsIn(node, depth + 1) : []
  })
}

/** What is no word takes one place in a shared text, and takes one here. */
const wordsOf = (text: Y.Text): string =>
  (text.toDelta() as { insert?: unknown }[]) // what Yjs answers, and what its types do not say
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC'))
    .join('')

/**
 * Where the letter number `letters` stands in `words`, counted as a page counts them: without the breaks between two
 * texts. At a break, the end of a range belongs to the text before it, and its start to the one behind it.
 */
export function placeOfLetter({ pieces }: PassageText, letters: number, edge: 'start' | 'end'): number {
  let left = letters
  let last = 0
  for (const { from, length } of pieces) {
    if (edge === 'end' ? left <= length : left < length) return from + left
    left -= length
    last = from + length
  }
  return last
}

/** The other way round: how many letters a page shows before a place in `words`. */
export const lettersBefore = ({ pieces }: PassageText, at: number): number =>
  pieces.reduce((letters, { from, length }) => letters + Math.min(length, Math.max(0, at - from)), 0)
