import fc from 'fast-check'
import * as Y from 'yjs'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import { notesOf } from '../../shared/content/notes.ts'
import type { AgendaItemId } from '../../shared/ids.ts'

export type NotesEdit = {
  act: 'paragraph' | 'list' | 'type' | 'mark' | 'erase' | 'remove' | 'level'
  item: string
  pick: number
  at: number
  words: string
  mark: string
}

/** What an editor does to the notes of two agenda items. */
export const notesEdit: fc.Arbitrary<NotesEdit> = fc.record({
  act: fc.constantFrom('paragraph', 'paragraph', 'list', 'type', 'type', 'mark', 'erase', 'remove', 'level'),
  item: fc.constantFrom('timeline', '__proto__'),
  pick: fc.nat({ max: 20 }),
  at: fc.nat({ max: 12 }),
  words: fc.string({ maxLength: 6, unit: 'binary' }),
  mark: fc.constantFrom('bold', 'italic', 'link'),
})

const markOf = (mark: string) => ({ [mark]: mark === 'link' ? { href: 'https://example.org' } : {} })

function textsIn(node: Y.XmlFragment): Y.XmlText[] {
  return node.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}

/** An editor never stops in the middle of an emoji. */
function wholeCharacters(text: Y.XmlText | undefined, at: number): number {
  const inserts = (text?.toDelta() ?? []) as { insert: string }[] // this file writes words only
  const before = inserts
    .map(({ insert }) => insert)
    .join('')
    .slice(0, at)
  return /[\ud800-\udbff]$/.test(before) ? before.length - 1 : before.length
}

const newParagraph = (words: string) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  return paragraph
}

export function applyNotesEdit(doc: Y.Doc, made: NotesEdit, origin: EditOrigin): void {
  const { act, item, pick, at, words, mark } = made
  const notes = notesOf(doc, item as AgendaItemId) // its letters fit an id
  const texts = textsIn(notes)
  const text = texts[pick % (texts.length || 1)]
  const position = wholeCharacters(text, at)
  const place = pick % (notes.length + 1)
  doc.transact(() => {
    if (act === 'paragraph') notes.insert(place, [newParagraph(words)])
    else if (act === 'list') {
      const list = new Y.XmlElement('bulletList')
      const entry = new Y.XmlElement('listItem')
      entry.insert(0, [newParagraph(words)])
      list.insert(0, [entry])
      notes.insert(place, [list])
    } else if (act === 'remove' && notes.length > 0) notes.delete(place % notes.length, 1)
    else if (act === 'level') {
      const element = notes.get(place % (notes.length || 1))
      // The type says text; the editor writes numbers.
      if (element instanceof Y.XmlElement) element.setAttribute('level', at as unknown as string)
    } else if (text && act === 'type') text.insert(position, words, at % 2 ? markOf(mark) : {})
    else if (text && act === 'mark') text.format(0, position, markOf(mark))
    else if (text && act === 'erase') text.delete(0, position)
  }, origin)
}
