import type * as Y from 'yjs'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import { smallestEdit, type Typed } from '../../shared/content/typeInto.ts'

/** One change of a text, as Yjs tells it. */
export type TextDelta = readonly {
  retain?: number | undefined
  delete?: number | undefined
  insert?: unknown
}[]

const lengthOf = (insert: unknown) => (typeof insert === 'string' ? insert.length : 1)

/** Where a gap between letters is after the change. What others write exactly at the gap goes behind it. */
export function gapAfter(delta: TextDelta, gap: number): number {
  let passed = 0
  let moved = gap
  for (const { retain = 0, delete: removed = 0, insert } of delta) {
    if (insert !== undefined) {
      if (passed < gap) moved += lengthOf(insert)
      continue
    }
    if (passed >= gap) break
    if (removed > 0) moved -= Math.min(removed, gap - passed)
    passed += retain + removed
  }
  return moved
}

/** Where a letter is after the change; null if it was removed. */
function letterAfter(delta: TextDelta, letter: number): number | null {
  let passed = 0
  let moved = letter
  for (const { retain = 0, delete: removed = 0, insert } of delta) {
    if (insert !== undefined) {
      moved += lengthOf(insert)
      continue
    }
    if (removed > 0 && letter < passed + removed) return null
    moved -= removed
    passed += retain + removed
    if (letter < passed) break
  }
  return moved
}

/**
 * Writes into `text` what a person typed while others changed it (`meanwhile`): only the letters they removed
 * themselves go, and theirs stand where they typed them. Answers where their caret is then.
 */
export function typeIntoChanged(
  text: Y.Text,
  typed: Typed,
  meanwhile: readonly TextDelta[],
  origin: EditOrigin,
): number {
  const { at, removed, inserted } = smallestEdit(typed)
  const through = (letter: number) =>
    meanwhile.reduce<number | null>((now, delta) => (now !== null ? letterAfter(delta, now) : null), letter)
  const place = meanwhile.reduce((gap, delta) => gapAfter(delta, gap), at)
  const letters = Array.from({ length: removed }, (_, offset) => through(at + offset))
  const lastFirst = letters.filter((letter) => letter !== null).reverse()
  text.doc?.transact(() => {
    for (const letter of lastFirst) text.delete(letter, 1)
    if (inserted) text.insert(place, inserted)
  }, origin)
  return place + Math.min(Math.max(typed.caret - at, 0), inserted.length)
}
