import type * as Y from 'yjs'
import type { EditOrigin } from './contentDoc.ts'

/**
 * Turns what a plain field now holds into the smallest edit of the shared text. `before` is what the field held when
 * the person typed; `caret` is where their caret stands after it, which settles which of several equal letters moved.
 */
export function typeInto(
  text: Y.Text,
  { before, after, caret }: { before: string; after: string; caret: number },
  origin: EditOrigin,
): void {
  if (before === after) return
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

  text.doc?.transact(() => {
    const removed = before.length - prefix - suffix
    if (removed > 0) text.delete(prefix, removed)
    const inserted = after.slice(prefix, after.length - suffix)
    if (inserted) text.insert(prefix, inserted)
  }, origin)
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
