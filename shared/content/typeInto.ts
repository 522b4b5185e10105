import type * as Y from 'yjs'
import type { EditOrigin } from './contentDoc.ts'

/** What a plain field now holds, and `before` what it held when the person typed. `caret` stands in `after`. */
export type Typed = { before: string; after: string; caret: number }

/** At `at`, `removed` units of the old text give way to `inserted`. */
export type TextEdit = { at: number; removed: number; inserted: string }

/** The smallest edit that makes `after` of `before`. The caret settles which of several equal letters moved. */
export function smallestEdit({ before, after, caret }: Typed): TextEdit {
  const afterCaret = after.length - caret
  const mostSuffix = Math.min(afterCaret, before.length, after.length)
  let suffix = 0
  while (suffix < mostSuffix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++
  const mostPrefix = Math.min(before.length, after.length) - suffix
  let prefix = 0
  while (prefix < mostPrefix && before[prefix] === after[prefix]) prefix++
  // Half of an emoji is not a character: Yjs would store a replacement mark instead.
  if (prefix > 0 && isHighSurrogate(before.charCodeAt(prefix - 1))) prefix--
  if (suffix > 0 && isLowSurrogate(before.charCodeAt(before.length - suffix))) suffix--
  return {
    at: prefix,
    removed: before.length - prefix - suffix,
    // Half a character that came by other ways would read differently for the sender and for everyone else.
    inserted: after.slice(prefix, after.length - suffix).toWellFormed(),
  }
}

/** Turns what a plain field now holds into the smallest edit of the shared text, which still reads `before`. */
export function typeInto(text: Y.Text, typed: Typed, origin: EditOrigin): void {
  if (typed.before === typed.after) return
  text.doc?.transact(() => applyEdit(text, smallestEdit(typed)), origin)
}

/** Makes a shared text read as `after`; within the caller's transaction. */
export function replaceText(text: Y.Text, after: string): void {
  const before = text.toString()
  if (before === after) return
  // A stranger can put in what is no word: positions in what is read are then none in the text.
  const isWords = before.length === text.length
  const edit = smallestEdit({ before, after, caret: after.length })
  applyEdit(text, isWords ? edit : { at: 0, removed: text.length, inserted: after })
}

function applyEdit(text: Y.Text, { at, removed, inserted }: TextEdit): void {
  if (removed > 0) text.delete(at, removed)
  if (inserted) text.insert(at, inserted)
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
