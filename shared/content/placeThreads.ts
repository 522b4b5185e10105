import type * as Y from 'yjs'
import type { AgendaItemId } from '../ids.ts'
import type { CommentAnchor, CommentThread, PassageField } from '../wire/comments.ts'
import { readActionItems } from './actionItems.ts'
import { cardKinds, readCards } from './cards.ts'
import { findPassage, type Passage } from './passageAnchor.ts'
import { type PassageText, passageTextOf } from './passageText.ts'
import { readTimeline } from './timeline.ts'

/** `place` null: what the thread was about is gone. */
export type PlacedThread = {
  thread: CommentThread
  place: Exclude<CommentAnchor, { on: 'passage' }> | PassagePlace | null
}
type PassagePlace = { on: 'passage'; passage: Passage }

/** Every thread once, in the order of the document: the report's texts, the past, the statements, the actions, the notes. */
export function placeThreads(
  doc: Y.Doc,
  threads: readonly CommentThread[],
  agenda: readonly AgendaItemId[],
): PlacedThread[] {
  const texts = new Map<string, PassageText>()
  const textOf = (field: PassageField) => {
    const key = `${field.in} ${field.id}`
    const known = texts.get(key) ?? passageTextOf(doc, field)
    texts.set(key, known)
    return known
  }
  const records = recordsInOrder(doc)
  return threads
    .map((thread) => ({ thread, ...placeOf(thread.anchor) }))
    .sort((a, b) => a.rank - b.rank || a.within - b.within)
    .map(({ thread, place }) => ({ thread, place }))

  function placeOf(anchor: CommentAnchor): { place: PlacedThread['place']; rank: number; within: number } {
    if (anchor.on === 'passage') {
      const passage = findPassage(doc, anchor, textOf)
      if (!passage) return gone
      return { place: { on: 'passage', passage }, rank: rankOf(passage.field), within: passage.from }
    }
    const within = records[anchor.on].indexOf(anchor.id)
    return within === -1 ? gone : { place: anchor, rank: recordRanks[anchor.on], within }
  }
  function rankOf({ in: place, id }: PassageField): number {
    if (place === 'prose') return id === 'summary' ? 0 : 1
    const position = agenda.indexOf(id)
    return NOTES_RANK + (position === -1 ? agenda.length : position)
  }
}

const recordRanks = { event: 2, card: 3, action: 4 } as const
const NOTES_RANK = 5
const gone = { place: null, rank: Number.MAX_SAFE_INTEGER, within: 0 }

const recordsInOrder = (doc: Y.Doc): Record<keyof typeof recordRanks, string[]> => {
  const cards = readCards(doc)
  return {
    event: readTimeline(doc).map(({ id }) => id),
    card: cardKinds.flatMap((kind) =>
      cards.filter(({ place }) => place.kind === kind).map(({ id }) => id as string),
    ),
    action: readActionItems(doc).map(({ id }) => id),
  }
}
