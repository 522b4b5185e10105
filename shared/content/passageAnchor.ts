import * as Y from 'yjs'
import { MOST_QUOTE, type PassageAnchor, type PassageField } from '../wire/comments.ts'
import { type PassageText, passageFieldsOf, passageTextOf } from './passageText.ts'

/** A range in what `passageTextOf` reads of a field. */
export type Passage = { field: PassageField; from: number; to: number }

/** How far from its old place a passage that was cut and put back is still taken for the same. */
const NEAR = 400
/** Shorter words stand in many places: they are found only where they were. */
const LEAST_TELLING = 8

/** Null for a range without a word in it. A long one is remembered by its beginning. */
export function anchorPassage(doc: Y.Doc, { field, from, to }: Passage): PassageAnchor | null {
  const text = passageTextOf(doc, field)
  const quote = wholeCharacters(text.words.slice(from, Math.min(to, from + MOST_QUOTE)))
  const start = positionAt(text, from, 0)
  const end = positionAt(text, from + quote.length, -1)
  return quote.trim() === '' || !start || !end ? null : { on: 'passage', field, start, end, quote }
}

const wholeCharacters = (words: string) => (/[\ud800-\udbff]$/.test(words) ? words.slice(0, -1) : words)

/** `assoc` 0 holds on to the letter behind the place, -1 to the one before it: what is written at an edge stays outside. */
function positionAt({ pieces }: PassageText, at: number, assoc: 0 | -1): string | null {
  const piece = pieces.find(
    ({ from, length }) => (assoc === 0 ? at >= from : at > from) && at <= from + length,
  )
  if (!piece) return null
  const position = Y.createRelativePositionFromTypeIndex(piece.text, at - piece.from, assoc)
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)))
}

/**
 * Where the quote of an anchor stands now: where it was; or near that, or anywhere, as long as it stands there once. Null
 * when it is gone. What is answered always reads as the quote. `textOf` may remember what it has read.
 */
export function findPassage(
  doc: Y.Doc,
  anchor: PassageAnchor,
  textOf: (field: PassageField) => PassageText = (field) => passageTextOf(doc, field),
): Passage | null {
  const { field, quote } = anchor
  const text = textOf(field)
  const start = placeOf(doc, text, anchor.start)
  const end = placeOf(doc, text, anchor.end)
  const at = (from: number): Passage => ({ field, from, to: from + quote.length })
  for (const from of [start, end === null ? null : end - quote.length])
    if (from !== null && from >= 0 && text.words.startsWith(quote, from)) return at(from)
  if (quote.length < LEAST_TELLING) return null

  const places = placesOfQuote(text.words, quote)
  const known = start ?? end
  const near = known === null ? [] : places.filter((from) => Math.abs(from - known) <= NEAR)
  if (near.length === 1 && near[0] !== undefined) return at(near[0])
  const anywhere = passageFieldsOf(doc).flatMap((other) =>
    placesOfQuote(textOf(other).words, quote).map((from) => ({
      field: other,
      from,
      to: from + quote.length,
    })),
  )
  return anywhere.length === 1 ? (anywhere[0] ?? null) : null
}

/** An anchor comes from a browser: it may point anywhere, or be no position at all. */
function placeOf(doc: Y.Doc, { pieces }: PassageText, encoded: string): number | null {
  try {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
    const position = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(bytes), doc)
    const piece = position && pieces.find(({ text }) => text === position.type)
    return piece ? piece.from + Math.min(position.index, piece.length) : null
  } catch {
    return null
  }
}

/** Two of them are enough to know that there is more than one; it is asked near a place as well, so all are told. */
function placesOfQuote(words: string, quote: string): number[] {
  const places: number[] = []
  for (let from = words.indexOf(quote); from !== -1; from = words.indexOf(quote, from + 1)) places.push(from)
  return places
}
