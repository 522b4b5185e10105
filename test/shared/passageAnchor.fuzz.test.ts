import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { impactOf, summaryOf } from '../../shared/content/contentDoc.ts'
import { notesOf } from '../../shared/content/notes.ts'
import { anchorPassage, findPassage } from '../../shared/content/passageAnchor.ts'
import {
  lettersBefore,
  passageFieldsOf,
  passageTextOf,
  placeOfLetter,
} from '../../shared/content/passageText.ts'
import { placeThreads } from '../../shared/content/placeThreads.ts'
import type { CommentAnchor, CommentThread, PassageField } from '../../shared/wire/comments.ts'
import { applyEdit, docOf, type Edit, edit, exchangeAll } from './contentRoom.ts'
import { asAction, asCard, asComment, asItem, asPerson, asThread, asTimelineEvent } from './ids.ts'
import { applyNotesEdit, type NotesEdit, notesEdit } from './notesRoom.ts'

const agenda = [asItem('timeline'), asItem('__proto__')]
const origin = { by: 'person', personId: 'fay' } as const
const summary: PassageField = { in: 'prose', id: 'summary' }

const threadOn = (anchor: CommentAnchor, number: number): CommentThread => ({
  threadId: asThread(`t${number}`),
  anchor,
  quote: '',
  resolved: null,
  comments: [
    {
      commentId: asComment(`c${number}`),
      by: { personId: asPerson('fay'), name: 'Fay' },
      at: number,
      text: 'Hm',
      mentions: [],
      removedBy: null,
      editedAt: null,
    },
  ],
})

type Step =
  | { does: 'edit'; edit: Edit }
  | { does: 'notes'; edit: NotesEdit }
  | { does: 'prose'; in: 'summary' | 'impact'; at: number; removed: number; words: string }
  | {
      does: 'cutAndPaste'
      from: 'summary' | 'impact'
      at: number
      length: number
      to: 'summary' | 'impact'
      toAt: number
    }
  | { does: 'comment'; pick: number; from: number; length: number }
  | { does: 'exchange' }

const proseId = fc.constantFrom('summary', 'impact')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('edit'), edit }),
  fc.record({ does: fc.constant('notes'), edit: notesEdit }),
  fc.record({
    does: fc.constant('prose'),
    in: proseId,
    at: fc.nat(60),
    removed: fc.nat(9),
    words: fc.constantFrom('', 'pool ', 'the pool was full ', 'at 14:31 ', '🙂'),
  }),
  fc.record({
    does: fc.constant('cutAndPaste'),
    from: proseId,
    at: fc.nat(60),
    length: fc.integer({ min: 1, max: 30 }),
    to: proseId,
    toAt: fc.nat(60),
  }),
  fc.record({
    does: fc.constant('comment'),
    pick: fc.nat(9),
    from: fc.nat(60),
    length: fc.integer({ min: 1, max: 30 }),
  }),
  fc.record({ does: fc.constant('exchange') }),
) as fc.Arbitrary<Step> // the constants are the names of the steps

/** An editor never stops in the middle of an emoji, and Yjs would replace its halves. */
const wholeCharacters = (text: Y.Text, at: number): number => {
  const before = text.toString().slice(0, at)
  return /[\ud800-\udbff]$/.test(before) ? before.length - 1 : before.length
}

const proseOf = (doc: Y.Doc, id: 'summary' | 'impact') => (id === 'summary' ? summaryOf(doc) : impactOf(doc))

test('whatever is typed, deleted, cut, pasted and moved, every thread is listed once, and one that has a place reads there as its quote', () => {
  let found = 0
  let gone = 0
  fc.assert(
    fc.property(fc.array(fc.record({ who: fc.nat(1), step }), { minLength: 20, maxLength: 80 }), (steps) => {
      const docs = [docOf(1), docOf(2)]
      const threads: CommentThread[] = []
      let number = 0
      for (const { who, step } of steps) {
        const doc = docs[who] ?? docOf(3)
        number++
        if (step.does === 'edit') applyEdit(doc, step.edit, number, origin)
        else if (step.does === 'notes') applyNotesEdit(doc, step.edit, origin)
        else if (step.does === 'exchange') exchangeAll(docs)
        else if (step.does === 'prose') {
          const text = proseOf(doc, step.in)
          const at = wholeCharacters(text, step.at)
          text.delete(at, wholeCharacters(text, at + step.removed) - at)
          text.insert(at, step.words)
        } else if (step.does === 'cutAndPaste') {
          const text = proseOf(doc, step.from)
          const at = wholeCharacters(text, step.at)
          const cut = text.toString().slice(at, wholeCharacters(text, at + step.length))
          text.delete(at, cut.length)
          const into = proseOf(doc, step.to)
          into.insert(wholeCharacters(into, step.toAt), cut)
        } else threads.push(threadOn(anchorIn(doc, step) ?? onRecord(number), number))
        for (const seen of docs) check(seen, threads)
      }
      exchangeAll(docs)
      const [one, other] = docs.map((doc) => check(doc, threads))
      expect(one).toEqual(other)
    }),
    { numRuns: 120 },
  )
  // And it is not that nothing was ever found, or nothing ever went.
  expect(found).toBeGreaterThan(500)
  expect(gone).toBeGreaterThan(500)

  function check(doc: Y.Doc, threads: readonly CommentThread[]) {
    const placed = placeThreads(doc, threads, agenda)
    expect(placed.map(({ thread }) => thread.threadId).sort()).toEqual(
      threads.map(({ threadId }) => threadId).sort(),
    )
    for (const { thread, place } of placed) {
      if (place === null) gone++
      else found++
      if (place?.on !== 'passage' || thread.anchor.on !== 'passage') continue
      const { field, from, to } = place.passage
      expect(passageTextOf(doc, field).words.slice(from, to)).toBe(thread.anchor.quote)
    }
    for (const { thread } of placed) holdsUnique(doc, thread.anchor)
    return placed.map(({ thread, place }) => [thread.threadId, place])
  }

  /** A quote long enough to tell that stands anywhere once is found there; one that stands nowhere is gone. */
  function holdsUnique(doc: Y.Doc, anchor: CommentAnchor) {
    if (anchor.on !== 'passage' || anchor.quote.length < 8) return
    const counts = passageFieldsOf(doc).map((field) => {
      const { words } = passageTextOf(doc, field)
      // Every place counts, also two that overlap.
      return [...words.split('').keys()].filter((at) => words.startsWith(anchor.quote, at)).length
    })
    const count = counts.reduce((sum, many) => sum + many, 0)
    if (count <= 1) expect(findPassage(doc, anchor) !== null).toBe(count === 1)
  }
})

function anchorIn(
  doc: Y.Doc,
  { pick, from, length }: Extract<Step, { does: 'comment' }>,
): CommentAnchor | null {
  const fields = passageFieldsOf(doc)
  const field = fields[pick % (fields.length + 1)]
  return field ? anchorPassage(doc, { field, from, to: from + length }) : null
}

const onRecord = (number: number): CommentAnchor =>
  number % 3 === 0
    ? { on: 'card', id: asCard(`card${number - 1}`) }
    : number % 3 === 1
      ? { on: 'event', id: asTimelineEvent(`timelineEvent${number - 1}`) }
      : { on: 'action', id: asAction(`action${number - 1}`) }

test('among equal words, a thread stays with the very letters it was started on', () => {
  const typed = fc.record({
    at: fc.nat(80),
    removed: fc.nat(3),
    words: fc.constantFrom('', 'pool ', 'x', '🙂'),
  })
  fc.assert(
    fc.property(fc.nat(7), fc.array(typed, { maxLength: 12 }), (which, edits) => {
      const doc = docOf(1)
      const text = summaryOf(doc)
      text.insert(0, 'pool '.repeat(8))
      /** Each letter with a number of its own. */
      const letters = [...'pool '.repeat(8)].map((letter, number) => ({ letter, number }))
      const from = which * 5
      const anchor = anchorPassage(doc, { field: summary, from, to: from + 4 })
      if (!anchor) throw new Error('There are words to comment on.')
      let next = 1_000
      for (const { at, removed, words } of edits) {
        const place = Math.min(at, letters.length)
        const many = Math.min(removed, letters.length - place)
        text.delete(place, many)
        text.insert(place, words)
        letters.splice(place, many, ...words.split('').map((letter) => ({ letter, number: next++ })))
      }
      const start = letters.findIndex(({ number }) => number === from)
      const isWhole =
        start !== -1 && [1, 2, 3].every((ahead) => letters[start + ahead]?.number === from + ahead)
      if (isWhole) expect(findPassage(doc, anchor)).toEqual({ field: summary, from: start, to: start + 4 })
    }),
    { numRuns: 400 },
  )
})

const written = (words: string) => {
  const doc = docOf(1)
  summaryOf(doc).insert(0, words)
  return doc
}
const anchored = (doc: Y.Doc, words: string, field = summary) => {
  const from = passageTextOf(doc, field).words.indexOf(words)
  const anchor = anchorPassage(doc, { field, from, to: from + words.length })
  if (!anchor) throw new Error('There are words to comment on.')
  return anchor
}

test('what is written at the edges of a passage stays outside, and what is changed inside it makes it gone', () => {
  const doc = written('The pool was full.')
  const anchor = anchored(doc, 'pool was full')
  summaryOf(doc).insert(17, ' at 14:31')
  summaryOf(doc).insert(4, 'connection ')
  expect(findPassage(doc, anchor)).toEqual({ field: summary, from: 15, to: 28 })
  summaryOf(doc).insert(20, 'then ')
  expect(findPassage(doc, anchor)).toBeNull()
})

test('a passage that was cut and pasted into another field is found there, as long as it stands in one place only', () => {
  const doc = written('The pool was full. Nobody knew.')
  const anchor = anchored(doc, 'The pool was full.')
  summaryOf(doc).delete(0, 19)
  expect(findPassage(doc, anchor)).toBeNull()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Before: The pool was full.')])
  notesOf(doc, asItem('timeline')).insert(0, [paragraph])
  expect(findPassage(doc, anchor)).toEqual({ field: { in: 'notes', id: 'timeline' }, from: 8, to: 26 })
  impactOf(doc).insert(0, 'The pool was full.')
  expect(findPassage(doc, anchor)).toBeNull()
})

test('of two places that read alike, the one near where it was cut is meant', () => {
  const doc = written(`The pool was full. ${'Nobody knew. '.repeat(60)}The pool was full.`)
  const anchor = anchored(doc, 'The pool was full.')
  summaryOf(doc).delete(0, 19)
  summaryOf(doc).insert(13, 'The pool was full. ')
  expect(findPassage(doc, anchor)).toEqual({ field: summary, from: 13, to: 31 })
})

test('a short word that was deleted is not taken for another one like it', () => {
  const doc = written('the pool, and the log')
  const anchor = anchored(doc, 'the')
  summaryOf(doc).delete(0, 4)
  expect(findPassage(doc, anchor)).toBeNull()
})

test('letters counted on the page lead to the place in the notes, across paragraphs', () => {
  const doc = docOf(1)
  const notes = notesOf(doc, asItem('timeline'))
  notes.insert(
    0,
    ['One', 'Two', 'Three'].map((words) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(words)])
      return paragraph
    }),
  )
  const text = passageTextOf(doc, { in: 'notes', id: asItem('timeline') })
  expect(text.words).toBe('One\nTwo\nThree')
  const range = (start: number, end: number) =>
    text.words.slice(placeOfLetter(text, start, 'start'), placeOfLetter(text, end, 'end'))
  for (const letter of [0, 2, 3, 5, 6, 11])
    for (const edge of ['start', 'end'] as const)
      expect(lettersBefore(text, placeOfLetter(text, letter, edge))).toBe(letter)
  expect([range(0, 3), range(3, 6), range(2, 7), range(6, 11)]).toEqual(['One', 'Two', 'e\nTwo\nT', 'Three'])
})

test('an anchor that is no position says that its text is gone', () => {
  const doc = written('The pool was full.')
  const anchor = { ...anchored(doc, 'pool'), start: 'AAAA', end: '////', quote: 'full of it' }
  expect(findPassage(doc, anchor)).toBeNull()
  expect(findPassage(doc, { ...anchor, start: '====', end: 'A' })).toBeNull()
})
