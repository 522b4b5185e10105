import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, cardTextOf, moveCard, readCards, removeCard } from '../../shared/content/cards.ts'
import { compareContent } from '../../shared/content/compareContent.ts'
import { copyContent, readContentCopy } from '../../shared/content/contentCopy.ts'
import { incidentOf, summaryOf } from '../../shared/content/contentDoc.ts'
import { emptyDraft, seedContent } from '../../shared/content/postmortemDraft.ts'
import { restoreContent } from '../../shared/content/restoreContent.ts'
import { addTimelineEvent, describeTimelineEvent } from '../../shared/content/timeline.ts'
import { undoOf } from '../../shared/content/undoContent.ts'
import { applyEdit, docOf, edit, exchange, exchangeAll } from './contentRoom.ts'
import { asCard, asTimelineEvent } from './ids.ts'
import { applyNotesEdit, notesEdit } from './notesRoom.ts'

const originOf = (who: number) => ({ by: 'person', personId: `person${who}` }) as const

const happening = fc.oneof({ weight: 3, arbitrary: edit }, { weight: 2, arbitrary: notesEdit })
const story = fc.array(happening, { maxLength: 25, size: 'max' })
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never

/** A document as the server seeds it, loaded by one browser. */
function openDoc(clientID: number): Y.Doc {
  const seeded = seedContent(emptyDraft('Checkout slowed', 'SEV-2'), 0, () => 'seed')
  const doc = docOf(clientID)
  seeded.clientID = 999
  exchange(seeded, doc)
  return doc
}

let number = 0
function tell(doc: Y.Doc, steps: readonly Happening[], who: number): void {
  for (const step of steps) {
    if ('act' in step) applyNotesEdit(doc, step, originOf(who))
    else applyEdit(doc, step, ++number, originOf(who))
  }
}

/** As it comes back from where it was kept. */
const keptCopy = (doc: Y.Doc) => {
  const copy = readContentCopy(JSON.parse(JSON.stringify(copyContent(doc))))
  if (!copy) throw new Error('A copy does not read.')
  return copy
}

test('going back shows every reader exactly what the checkpoint holds, and undo exactly what was there before', () => {
  fc.assert(
    fc.property(story, story, (earlier, later) => {
      const fay = openDoc(1)
      const sam = openDoc(2)
      tell(fay, earlier, 0)
      exchangeAll([fay, sam])
      const checkpoint = keptCopy(fay)
      expect(checkpoint).toEqual(copyContent(fay))
      tell(sam, later, 1)
      exchangeAll([fay, sam])
      const before = copyContent(fay)

      const mine = originOf(0)
      const undo = undoOf(fay, mine, 0)
      restoreContent(fay, checkpoint, mine)
      exchangeAll([fay, sam])
      expect(copyContent(fay)).toEqual(checkpoint)
      expect(copyContent(sam)).toEqual(checkpoint)
      expect(compareContent(checkpoint, copyContent(sam))).toEqual([])

      undo.undo()
      exchangeAll([fay, sam])
      expect(copyContent(fay)).toEqual(before)
      expect(copyContent(sam)).toEqual(before)
      undo.redo()
      exchangeAll([fay, sam])
      expect(copyContent(sam)).toEqual(checkpoint)
    }),
    { numRuns: 150 },
  )
})

test('whoever types while somebody goes back, and two people who go back at once, end with the same content', () => {
  fc.assert(
    fc.property(story, story, story, fc.boolean(), (earlier, later, meanwhile, bothGoBack) => {
      const fay = openDoc(1)
      const sam = openDoc(2)
      tell(fay, earlier, 0)
      exchangeAll([fay, sam])
      const checkpoint = keptCopy(fay)
      tell(sam, later, 1)
      exchangeAll([fay, sam])
      restoreContent(fay, checkpoint, originOf(0))
      if (bothGoBack) restoreContent(sam, checkpoint, originOf(1))
      else tell(sam, meanwhile, 1)
      exchangeAll([fay, sam])
      expect(copyContent(sam)).toEqual(copyContent(fay))
    }),
    { numRuns: 80 },
  )
})

describe('what others write', () => {
  const mine = originOf(0)
  const fact = (id: string, text: string) =>
    ({ id: asCard(id), kind: 'fact', text, by: null, createdAt: 0 }) as const

  test('meanwhile, in another text and in the same one, survives going back', () => {
    const fay = openDoc(1)
    const sam = openDoc(2)
    addCard(fay, fact('x', 'The pool was full'), mine)
    const checkpoint = keptCopy(fay)
    cardTextOf(fay, asCard('x'))?.insert(17, ' of sleeping connections')
    exchangeAll([fay, sam])
    cardTextOf(sam, asCard('x'))?.insert(0, 'At 14:31: ')
    summaryOf(sam).insert(0, 'Nobody could see it.')
    restoreContent(fay, checkpoint, mine)
    exchangeAll([fay, sam])
    expect(readCards(fay)[0]?.text).toBe('At 14:31: The pool was full')
    expect(summaryOf(fay).toString()).toBe('Nobody could see it.')
    expect(copyContent(sam)).toEqual(copyContent(fay))
  })

  test('afterwards survives undoing it, in a card that had come back as well', () => {
    const fay = openDoc(1)
    const sam = openDoc(2)
    addCard(fay, fact('x', 'The pool was full'), mine)
    const checkpoint = keptCopy(fay)
    removeCard(fay, asCard('x'), mine)
    addCard(fay, fact('y', 'Written since'), mine)
    exchangeAll([fay, sam])
    const undo = undoOf(fay, mine, 0)
    restoreContent(fay, checkpoint, mine)
    exchangeAll([fay, sam])
    cardTextOf(sam, asCard('x'))?.insert(0, 'Sam: ')
    summaryOf(sam).insert(0, 'And a summary.')
    exchangeAll([fay, sam])
    undo.undo()
    exchangeAll([fay, sam])
    const texts = Object.fromEntries(readCards(sam).map(({ id, text }) => [id, text]))
    expect(texts).toEqual({ x: 'Sam: ', y: 'Written since' })
    expect(summaryOf(fay).toString()).toBe('And a summary.')
  })
})

describe('a checkpoint with a broken piece', () => {
  function twoCards() {
    const doc = openDoc(1)
    for (const id of ['x', 'y'])
      addCard(doc, { id: asCard(id), kind: 'fact', text: id, by: null, createdAt: 0 }, originOf(0))
    return doc
  }
  const brokenCopy = (doc: Y.Doc, change: (kept: ReturnType<typeof copyContent>) => object) => {
    const copy = readContentCopy(JSON.parse(JSON.stringify(change(copyContent(doc)))))
    if (!copy) throw new Error('A copy does not read.')
    return copy
  }

  test.each<[string, (kept: ReturnType<typeof copyContent>) => object]>([
    ['a card without a place', (kept) => ({ ...kept, cards: kept.cards.map(({ id }) => ({ id })) })],
    ['a card that is no record', (kept) => ({ ...kept, cards: ['x'] })],
    ['cards that are no list', (kept) => ({ ...kept, cards: 'all of them' })],
    ['no cards at all', ({ cards: _, ...kept }) => kept],
    [
      'a card that could not be read when it was made',
      (kept) => ({ ...kept, cards: [], leftOut: ['cards/x', 'cards/y'] }),
    ],
  ])('%s destroys nothing that is there, and the rest comes back', (_, broken) => {
    const doc = twoCards()
    const copy = brokenCopy(doc, broken)
    summaryOf(doc).insert(0, 'Written since')
    restoreContent(doc, copy, originOf(0))
    expect(readCards(doc).map(({ id }) => id)).toEqual(['x', 'y'])
    expect(summaryOf(doc).toString()).toBe('')
  })

  test('what is none at all is said to be none', () => {
    for (const kept of [null, 7, 'text', []]) expect(readContentCopy(kept)).toBeNull()
  })
})

test('a checkpoint made before there were roles and marks is whole, and none of either were there', () => {
  const { roleHolders: _, preparationMarks: __, ...older } = copyContent(openDoc(1))
  expect(readContentCopy(JSON.parse(JSON.stringify(older)))).toMatchObject({
    roleHolders: [],
    preparationMarks: [],
    leftOut: [],
  })
})

test('a record nobody can read is neither shown as changed nor touched', () => {
  const doc = openDoc(1)
  const checkpoint = keptCopy(doc)
  const strange = new Y.Map<unknown>([['place', 'nowhere']])
  doc.getMap('cards').set('strange', strange)
  doc.getMap('cards').set('constructor', 'text')
  expect(compareContent(checkpoint, copyContent(doc))).toEqual([])
  restoreContent(doc, checkpoint, originOf(0))
  expect([...doc.getMap('cards').keys()].sort()).toEqual(['constructor', 'strange'])
})

test('what a stranger broke since is whole again, and a text with more than words in it as well', () => {
  const doc = openDoc(1)
  for (const id of ['x', 'y'])
    addCard(doc, { id: asCard(id), kind: 'fact', text: `card ${id}`, by: null, createdAt: 0 }, originOf(0))
  const checkpoint = keptCopy(doc)
  doc.getMap('cards').set('x', 'broken')
  cardTextOf(doc, asCard('y'))?.insertEmbed(2, { image: 'x' })
  cardTextOf(doc, asCard('y'))?.insert(0, 'more ')
  incidentOf(doc).set('title', 7)
  restoreContent(doc, checkpoint, originOf(0))
  expect(copyContent(doc)).toEqual(checkpoint)
})

test('the comparison says what was added, removed, moved and changed', () => {
  const doc = openDoc(1)
  const add = (id: string, kind: 'fact' | 'question') =>
    addCard(doc, { id: asCard(id), kind, text: id, by: null, createdAt: 0 }, originOf(0))
  for (const id of ['stays', 'moves', 'goes', 'changes']) add(id, 'fact')
  const then = copyContent(doc)
  add('comes', 'question')
  moveCard(doc, asCard('moves'), { kind: 'question', afterCardId: null }, originOf(0))
  removeCard(doc, asCard('goes'), originOf(0))
  cardTextOf(doc, asCard('changes'))?.insert(0, 'now ')
  summaryOf(doc).insert(0, 'A summary.')
  expect(compareContent(then, copyContent(doc))).toEqual([
    { place: 'summary', what: 'added', fields: [] },
    { place: 'cards/moves', what: 'moved', fields: ['place'] },
    { place: 'cards/goes', what: 'removed', fields: [] },
    { place: 'cards/changes', what: 'changed', fields: ['text'] },
    { place: 'cards/comes', what: 'added', fields: [] },
  ])
})

test('a copy from before decision points had a context reads, and says what has been written since', () => {
  const doc = openDoc(1)
  const id = asTimelineEvent('decided')
  const event = {
    id,
    occurred: { at: 0, precision: 'minute' as const },
    firstSeenAt: null,
    kind: 'decision' as const,
    stage: null,
    text: 'Roll back',
    sourceUrl: null,
    by: null,
    createdAt: 0,
  }
  addTimelineEvent(doc, event, originOf(0))
  const old = readContentCopy({ ...copyContent(doc), timeline: [event] })
  if (!old) throw new Error('does not read')
  expect(compareContent(old, copyContent(doc))).toEqual([])
  describeTimelineEvent(doc, id, { known: 'errors rose' }, originOf(0))
  const since = copyContent(doc)
  expect(compareContent(old, since)).toEqual([
    { place: 'timeline/decided', what: 'changed', fields: ['known'] },
  ])
  restoreContent(doc, old, originOf(0))
  restoreContent(doc, since, originOf(0))
  expect(copyContent(doc)).toEqual(since)
})

/** Whoever adds a part to the content makes it part of a copy as well. */
test('a copy holds every part of a document', () => {
  const doc = seedContent(emptyDraft('Checkout slowed', 'SEV-2'), 0, () => 'seed')
  copyContent(doc)
  const { leftOut: _, ...parts } = copyContent(doc)
  const roots = [...doc.share.keys()].filter((root) => root !== 'meta')
  expect(roots.filter((root) => !Object.hasOwn(parts, root))).toEqual([])
})
