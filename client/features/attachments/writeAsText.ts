import * as Y from 'yjs'
import type { AttachTarget } from '../../../shared/content/attachments.ts'
import { cardTextOf } from '../../../shared/content/cards.ts'
import { MOST_TEXT } from '../../../shared/content/fields.ts'
import { notesOf } from '../../../shared/content/notes.ts'
import { timelineEventTextOf } from '../../../shared/content/timeline.ts'
import type { Room } from '../../room/room.ts'

const textAt = ({ contentDoc }: Room, target: AttachTarget): Y.Text | null => {
  if (target.on === 'card') return cardTextOf(contentDoc, target.id)
  return target.on === 'event' ? timelineEventTextOf(contentDoc, target.id) : null
}

/** Whether a field has room for it, beside what is there. */
export const fitsAsText = (room: Room, target: AttachTarget, words: string): boolean =>
  (textAt(room, target)?.length ?? 0) + words.length <= MOST_TEXT

/** Into the words of the card or event, where the caret was; at the end of notes, as a block that keeps its lines. */
export function writeAsText(room: Room, target: AttachTarget, words: string, at: number): void {
  const { contentDoc, origin } = room
  contentDoc.transact(() => {
    if (target.on === 'notes') {
      const block = new Y.XmlElement('codeBlock')
      block.insert(0, [new Y.XmlText(words)])
      notesOf(contentDoc, target.id).push([block])
      return
    }
    const text = textAt(room, target)
    text?.insert(Math.min(at, text.length), words)
  }, origin)
}
