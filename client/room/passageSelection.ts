import type * as Y from 'yjs'
import type { Passage } from '../../shared/content/passageAnchor.ts'
import { lettersBefore, passageTextOf, placeOfLetter } from '../../shared/content/passageText.ts'
import type { PassageField } from '../../shared/wire/comments.ts'

/** Where a text that can be commented on by passages stands in the page: a plain field, or words with `data-letters`. */
const areaOf = ({ in: place, id }: PassageField): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-passage="${CSS.escape(`${place}.${id}`)}"]`)

/** What the person has selected there; null for nothing. */
export function selectedIn(doc: Y.Doc, field: PassageField): Passage | null {
  const area = areaOf(field)
  const plain = area?.querySelector('textarea')
  if (plain) {
    const { selectionStart: from, selectionEnd: to } = plain
    return from < to ? { field, from, to } : null
  }
  const letters = area?.querySelector('[data-letters]')
  const selection = getSelection()
  if (!letters || !selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (range.collapsed || !letters.contains(range.commonAncestorContainer)) return null
  const text = passageTextOf(doc, field)
  const from = placeOfLetter(text, countLetters(letters, range.startContainer, range.startOffset), 'start')
  const to = placeOfLetter(text, countLetters(letters, range.endContainer, range.endOffset), 'end')
  return from < to ? { field, from, to } : null
}

/** Shows a passage and selects it. False if its text is not on the page. */
export function selectPassage(doc: Y.Doc, { field, from, to }: Passage): boolean {
  const area = areaOf(field)
  const plain = area?.querySelector('textarea')
  if (plain) {
    plain.focus()
    plain.setSelectionRange(from, to)
    plain.scrollIntoView?.({ block: 'nearest' })
    return true
  }
  const range = rangeOf(doc, { field, from, to })
  if (!range) return false
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView?.({ block: 'nearest' })
  return true
}

/** Where a passage stands in the page, in a plain field among the letters under it; null where it is not there. */
export function rangeOf(doc: Y.Doc, { field, from, to }: Passage): Range | null {
  const letters = areaOf(field)?.querySelector('[data-letters], [data-mirror]')
  if (!letters) return null
  const text = passageTextOf(doc, field)
  const start = placeInPage(letters, lettersBefore(text, from), 'start')
  const end = placeInPage(letters, lettersBefore(text, to), 'end')
  if (!start || !end) return null
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

/** The names at others' carets stand among the words and are none of them. */
const NO_WORDS = '.other-caret, [data-caret]'

function countLetters(root: Element, node: Node, offset: number): number {
  const range = document.createRange()
  range.setStart(root, 0)
  range.setEnd(node, offset)
  const copy = range.cloneContents()
  for (const caret of copy.querySelectorAll(NO_WORDS)) caret.remove()
  return copy.textContent?.length ?? 0
}

function placeInPage(
  root: Element,
  letters: number,
  edge: 'start' | 'end',
): { node: Node; offset: number } | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let left = letters
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest(NO_WORDS)) continue
    const length = node.textContent?.length ?? 0
    if (edge === 'end' ? left <= length : left < length) return { node, offset: left }
    left -= length
  }
  return null
}
