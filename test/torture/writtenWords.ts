import type * as Y from 'yjs'
import { cardTextOf } from '../../shared/content/cards.ts'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import type { CardId } from '../../shared/ids.ts'
import { WRITERS } from './tortureTarget.ts'

/** Everybody writes into the summary, and each into a card of their own. */
export const cardOfWriter = (writer: number): CardId => `card-${writer}` as CardId // fits the pattern of an id

/** How often each word stands in a document. */
export function writtenWords(doc: Y.Doc): Map<string, number> {
  const cards = Array.from({ length: WRITERS }, (_, writer) => cardTextOf(doc, cardOfWriter(writer)))
  const found = new Map<string, number>()
  for (const text of [summaryOf(doc), ...cards]) {
    for (const word of text?.toString().split(' ') ?? []) found.set(word, (found.get(word) ?? 0) + 1)
  }
  return found
}
