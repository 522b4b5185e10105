import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addActionItem } from '../../shared/content/actionItems.ts'
import { addCard, cardTextOf, moveCard, removeCard } from '../../shared/content/cards.ts'
import { type EditOrigin, incidentOf, summaryOf } from '../../shared/content/contentDoc.ts'
import { notesOf } from '../../shared/content/notes.ts'
import { placesChanged, textAt } from '../../shared/content/places.ts'
import type { ActionItemId, AgendaItemId, CardId } from '../../shared/ids.ts'
import type { PresencePlace } from '../../shared/wire/presence.ts'

const me: EditOrigin = { by: 'person', personId: 'sam' }
const cardId = 'c1' as CardId
const item = 'i1' as AgendaItemId

function whereChanged(doc: Y.Doc, change: () => void): PresencePlace[] {
  const places: PresencePlace[] = []
  doc.once('afterTransaction', (transaction: Y.Transaction) => places.push(...placesChanged(transaction)))
  change()
  return places
}

function withCard(): Y.Doc {
  const doc = new Y.Doc()
  addCard(doc, { id: cardId, kind: 'fact', text: 'The disk was full.', by: null, createdAt: 0 }, me)
  return doc
}

describe('a change lies in one place', () => {
  test('whether a card is added, typed into, moved or removed', () => {
    const doc = withCard()
    const here = [{ in: 'card', id: cardId }]
    expect(whereChanged(doc, () => cardTextOf(doc, cardId)?.insert(0, 'Then '))).toEqual(here)
    expect(
      whereChanged(doc, () => moveCard(doc, cardId, { kind: 'question', afterCardId: null }, me)),
    ).toEqual(here)
    expect(whereChanged(doc, () => removeCard(doc, cardId, me))).toEqual(here)
    const other = new Y.Doc()
    expect(whereChanged(other, () => Y.applyUpdate(other, Y.encodeStateAsUpdate(withCard())))).toEqual(here)
  })

  test('however deep in the notes it is', () => {
    const doc = new Y.Doc()
    const paragraph = new Y.XmlElement('paragraph')
    notesOf(doc, item).insert(0, [paragraph])
    const here = [{ in: 'notes', id: item }]
    expect(whereChanged(doc, () => paragraph.insert(0, [new Y.XmlText('We walked it twice.')]))).toEqual(here)
    expect(textAt(doc, { in: 'notes', id: item })).toBe('We walked it twice.')
  })

  test('and each place counts once', () => {
    const doc = withCard()
    const places = whereChanged(doc, () =>
      doc.transact(() => {
        cardTextOf(doc, cardId)?.insert(0, 'a')
        cardTextOf(doc, cardId)?.insert(0, 'b')
        summaryOf(doc).insert(0, 'c')
      }),
    )
    expect(places).toHaveLength(2)
    expect(places).toContainEqual({ in: 'prose', id: 'summary' })
  })
})

test('what nobody types into, or a stranger made up, is no place', () => {
  const doc = new Y.Doc()
  expect(whereChanged(doc, () => incidentOf(doc).set('title', 'x'))).toEqual([])
  expect(whereChanged(doc, () => doc.getMap('cards').set('not an id', new Y.Map()))).toEqual([])
  expect(whereChanged(doc, () => doc.getArray('elsewhere').push([1]))).toEqual([])
})

test('the text at a place is all that was typed there', () => {
  const doc = withCard()
  expect(textAt(doc, { in: 'card', id: cardId })).toBe('The disk was full.')
  addActionItem(doc, { id: 'a1' as ActionItemId, outcome: 'An alert', by: null, createdAt: 0 }, me)
  expect(textAt(doc, { in: 'action', id: 'a1' as ActionItemId })).toBe('An alert')
  expect(textAt(doc, { in: 'card', id: 'gone' as CardId })).toBe('')
})
