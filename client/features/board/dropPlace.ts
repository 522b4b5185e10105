import type { Card, CardKind } from '../../../shared/content/cards.ts'
import type { CardId } from '../../../shared/ids.ts'

/** Where a card would land: right after another one, or first in its column. */
export type DropPlace = { kind: CardKind; afterCardId: CardId | null }

const inColumn = (cards: readonly Card[], kind: CardKind) => cards.filter(({ place }) => place.kind === kind)

/** One step up or down; null at the end of the column. */
export function placeOneStep(cards: readonly Card[], card: Card, step: -1 | 1): DropPlace | null {
  const column = inColumn(cards, card.place.kind)
  const position = column.findIndex(({ id }) => id === card.id)
  const to = position + step
  if (position < 0 || to < 0 || to >= column.length) return null
  const others = column.filter(({ id }) => id !== card.id)
  return { kind: card.place.kind, afterCardId: others[to - 1]?.id ?? null }
}

/** The place above or below `over` for the card being dragged. */
export function placeBeside(
  cards: readonly Card[],
  draggedId: CardId,
  over: { kind: CardKind; cardId: CardId | null; half: 'upper' | 'lower' },
): DropPlace {
  const others = inColumn(cards, over.kind).filter(({ id }) => id !== draggedId)
  const position = others.findIndex(({ id }) => id === over.cardId)
  // Over the free part of a column, or over itself at the end of it.
  if (position < 0) return { kind: over.kind, afterCardId: placeOf(cards, draggedId, over) }
  const before = over.half === 'upper' ? others[position - 1] : others[position]
  return { kind: over.kind, afterCardId: before?.id ?? null }
}

/** Over itself a card stays where it is. */
function placeOf(
  cards: readonly Card[],
  draggedId: CardId,
  over: { kind: CardKind; cardId: CardId | null },
): CardId | null {
  const column = inColumn(cards, over.kind)
  if (over.cardId !== draggedId) return column.findLast(({ id }) => id !== draggedId)?.id ?? null
  return column[column.findIndex(({ id }) => id === draggedId) - 1]?.id ?? null
}
