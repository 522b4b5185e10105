import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, moveCard, readCards, reclassifyCard } from '../../shared/content/cards.ts'
import { actionItemsOf, cardsOf, timelineOf } from '../../shared/content/contentDoc.ts'
import { applyEdit, docOf, edit, exchange, exchangeAll, readAll } from './contentRoom.ts'
import { asCard } from './ids.ts'

const people = [0, 1, 2] as const
const person = fc.constantFrom(...people)
const originOf = (who: number) => ({ by: 'person', personId: `person${who}` }) as const

/** Someone edits, or what one of them has reaches another. */
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.record({ who: person, edit }) },
  { weight: 1, arbitrary: fc.record({ from: person, to: person }) },
)

const threeDocs = () => [docOf(1), docOf(2), docOf(3)] as const

/** Every id anyone added, minus every id anyone removed: removing wins over whatever happens to it meanwhile. */
function idsLeft(added: ReadonlySet<string>, removed: ReadonlySet<string>): string[] {
  return [...added].filter((id) => !removed.has(id)).sort()
}

const idsIn = (doc: Y.Doc) => {
  const { cards, timeline, actionItems } = readAll(doc)
  return [...cards, ...timeline, ...actionItems].map(({ id }) => String(id)).sort()
}

test('three people who exchange everything read the same, with no record lost or doubled', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60, size: 'max' }), (story) => {
      const docs = threeDocs()
      const added = new Set<string>()
      const removed = new Set<string>()
      story.forEach((step, number) => {
        if ('from' in step) {
          exchange(docs[step.from], docs[step.to])
          return
        }
        const before = idsIn(docs[step.who])
        applyEdit(docs[step.who], step.edit, number, originOf(step.who))
        const after = idsIn(docs[step.who])
        for (const id of after) if (!before.includes(id)) added.add(id)
        for (const id of before) if (!after.includes(id)) removed.add(id)
      })
      exchangeAll(docs)
      exchangeAll(docs)
      expect(readAll(docs[1])).toEqual(readAll(docs[0]))
      expect(readAll(docs[2])).toEqual(readAll(docs[0]))
      expect(idsIn(docs[0])).toEqual(idsLeft(added, removed))
    }),
    { numRuns: 150 },
  )
})

test('two people moving one card at once leave one card, in one place that one of them chose', () => {
  fc.assert(
    fc.property(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.boolean(), (a, b, aIsFirst) => {
      const [one, two] = aIsFirst ? [docOf(1), docOf(2)] : [docOf(2), docOf(1)]
      for (const name of ['x', 'y', 'z']) {
        const card = { id: asCard(name), kind: 'fact', text: name, by: null, createdAt: 0 } as const
        addCard(one, card, originOf(0))
      }
      exchange(one, two)
      const kinds = ['fact', 'interpretation', 'question'] as const
      const places = [a, b].map((number) => ({
        kind: kinds[number % 3] ?? 'fact',
        afterCardId: number > 2 ? asCard('z') : null,
      }))
      moveCard(one, asCard('x'), places[0] ?? { kind: 'fact', afterCardId: null }, originOf(0))
      moveCard(two, asCard('x'), places[1] ?? { kind: 'fact', afterCardId: null }, originOf(1))
      const wished = [one, two].map((doc) => readCards(doc).find(({ id }) => id === 'x')?.place)
      exchangeAll([one, two])
      const moved = readCards(one).filter(({ id }) => id === 'x')
      expect(moved).toHaveLength(1)
      expect(wished).toContainEqual(moved[0]?.place)
      expect(readCards(two)).toEqual(readCards(one))
    }),
  )
})

test('a card moved by one person and typed into by another keeps both', () => {
  const [one, two] = threeDocs()
  addCard(one, { id: asCard('x'), kind: 'interpretation', text: 'Slow', by: null, createdAt: 0 }, originOf(0))
  exchange(one, two)
  reclassifyCard(one, asCard('x'), 'fact', originOf(0))
  applyEdit(two, { what: 'type', on: 'card', pick: 0, other: 0, text: 'Very ' }, 1, originOf(1))
  exchangeAll([one, two])
  expect(readCards(one)).toMatchObject([{ text: 'Very Slow', place: { kind: 'fact' } }])
})

test('a card reclassified by two people at once has one kind, the same for both', () => {
  const [one, two] = threeDocs()
  addCard(one, { id: asCard('x'), kind: 'parked', text: '', by: null, createdAt: 0 }, originOf(0))
  exchange(one, two)
  reclassifyCard(one, asCard('x'), 'fact', originOf(0))
  reclassifyCard(two, asCard('x'), 'question', originOf(1))
  exchangeAll([one, two])
  expect(readCards(one)).toHaveLength(1)
  expect(readCards(two)).toEqual(readCards(one))
})

test('undoing everything one person did leaves what the others wrote where nobody touched it after them', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40, size: 'max' }), (story) => {
      const mine = originOf(0)
      // Ada works in a document of hers alone, and in the shared one with Sam, who undoes everything he did.
      const [sam, ada, alone] = threeDocs()
      const undo = new Y.UndoManager([cardsOf(sam), timelineOf(sam), actionItemsOf(sam)], {
        trackedOrigins: new Set([mine]),
        captureTimeout: 0,
      })
      story.forEach((step, number) => {
        if ('from' in step) exchangeAll([sam, ada])
        else if (step.who === 0) applyEdit(sam, { ...step.edit, what: 'add' }, number, mine)
        else if (step.edit.what === 'add') {
          for (const doc of [ada, alone]) applyEdit(doc, step.edit, number, originOf(1))
        }
      })
      exchangeAll([sam, ada])
      while (undo.undoStack.length > 0) undo.undo()
      exchangeAll([sam, ada])
      expect(idsIn(ada)).toEqual(idsIn(alone))
      expect(idsIn(sam)).toEqual(idsIn(alone))
    }),
    { numRuns: 60 },
  )
})

test('undo takes back one’s own words and leaves the words another typed between them', () => {
  const mine = originOf(0)
  const [sam, ada] = threeDocs()
  addCard(
    sam,
    { id: asCard('x'), kind: 'fact', text: 'db', by: null, createdAt: 0 },
    { by: 'import', source: 'x' },
  )
  exchange(sam, ada)
  const undo = new Y.UndoManager(cardsOf(sam), { trackedOrigins: new Set([mine]), captureTimeout: 0 })
  const type = (doc: Y.Doc, other: number, text: string, who: number) =>
    applyEdit(doc, { what: 'type', on: 'card', pick: 0, other, text }, 1, who === 0 ? mine : originOf(who))
  type(sam, 0, 'the ', 0)
  exchange(sam, ada)
  type(ada, 0, 'See: ', 1)
  exchangeAll([sam, ada])
  expect(readCards(sam)[0]?.text).toBe('See: the db')
  undo.undo()
  exchangeAll([sam, ada])
  expect(readCards(ada)[0]?.text).toBe('See: db')
  undo.redo()
  exchangeAll([sam, ada])
  expect(readCards(ada)[0]?.text).toBe('See: the db')
})

test('undo of a move does not override where someone else put the card since', () => {
  const mine = originOf(0)
  const [sam, ada] = threeDocs()
  addCard(
    sam,
    { id: asCard('x'), kind: 'parked', text: '', by: null, createdAt: 0 },
    { by: 'import', source: 'x' },
  )
  const undo = new Y.UndoManager(cardsOf(sam), { trackedOrigins: new Set([mine]), captureTimeout: 0 })
  reclassifyCard(sam, asCard('x'), 'question', mine)
  exchange(sam, ada)
  reclassifyCard(ada, asCard('x'), 'fact', originOf(1))
  exchange(ada, sam)
  undo.undo()
  expect(readCards(sam)[0]?.place.kind).toBe('fact')
})

test('an equal origin that is another object is not undone: a browser keeps one for as long as it is open', () => {
  const [sam] = threeDocs()
  const undo = new Y.UndoManager(cardsOf(sam), { trackedOrigins: new Set([originOf(0)]) })
  addCard(sam, { id: asCard('x'), kind: 'fact', text: '', by: null, createdAt: 0 }, originOf(0))
  expect(undo.undoStack).toHaveLength(0)
})
