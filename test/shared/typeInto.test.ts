import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { smallestEdit, typeInto } from '../../shared/content/typeInto.ts'
import { docOf, exchangeAll } from './contentRoom.ts'

const origin = { by: 'person', personId: 'sam' } as const

function textOf(doc: Y.Doc, holding = ''): Y.Text {
  const text = doc.getText('field')
  if (holding) text.insert(0, holding)
  return text
}

/** A field before and after someone typed: a stretch of whole characters gives way to another. */
const typing = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', ' ', 'é', '😀', '😁', '👩‍🚀', '🈀', '\n'), { maxLength: 8 }),
    fc.nat({ max: 8 }),
    fc.nat({ max: 3 }),
    fc.array(fc.constantFrom('a', 'b', '😀', '😁', '🈀'), { maxLength: 4 }),
  )
  .map(([characters, from, removed, inserted]) => {
    const start = [...characters.slice(0, from), ...inserted].join('')
    const after = start + characters.slice(from + removed).join('')
    return { before: characters.join(''), after, caret: start.length }
  })

test('the shared text afterwards holds what the field holds', () => {
  fc.assert(
    fc.property(typing, (typed) => {
      const text = textOf(docOf(1), typed.before)
      typeInto(text, typed, origin)
      expect(text.toString()).toBe(typed.after)
    }),
    { numRuns: 500 },
  )
})

test('it does so wherever the caret is said to be', () => {
  const anyString = fc.string({ unit: 'binary', maxLength: 6 })
  fc.assert(
    fc.property(anyString, anyString, fc.integer({ min: -5, max: 20 }), (before, after, caret) => {
      const text = textOf(docOf(1), before)
      typeInto(text, { before, after, caret }, origin)
      expect(text.toString()).toBe(after)
    }),
    { numRuns: 500 },
  )
})

test('no edit begins or ends inside a character', () => {
  fc.assert(
    fc.property(typing, (typed) => {
      const { at, removed, inserted } = smallestEdit(typed)
      const parts = [typed.before.slice(0, at), typed.before.slice(at, at + removed), inserted]
      for (const part of [...parts, typed.before.slice(at + removed)]) expect(part.isWellFormed()).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('half a character pasted from elsewhere reads the same for everyone', () => {
  const [one, two] = [docOf(1), docOf(2)]
  typeInto(textOf(one), { before: '', after: 'a\ud83d', caret: 2 }, origin)
  exchangeAll([one, two])
  expect(textOf(two).toString()).toBe(textOf(one).toString())
})

test('one more of several equal letters goes where the caret stands', () => {
  expect(smallestEdit({ before: 'aa', after: 'aaa', caret: 1 })).toEqual({ at: 0, removed: 0, inserted: 'a' })
  expect(smallestEdit({ before: 'aa', after: 'aaa', caret: 3 })).toEqual({ at: 2, removed: 0, inserted: 'a' })
})

test('a field that did not change makes no edit', () => {
  const doc = docOf(1)
  const before = Y.encodeStateVector(doc)
  typeInto(textOf(doc), { before: '', after: '', caret: 0 }, origin)
  expect(Y.encodeStateVector(doc)).toEqual(before)
})

test('two people typing at once keep both texts', () => {
  const words = fc.stringMatching(/^[a-f]{1,5}$/)
  fc.assert(
    fc.property(fc.stringMatching(/^[x-z]{0,6}$/), words, words, fc.nat(), fc.nat(), (base, a, b, i, j) => {
      const [one, two] = [docOf(1), docOf(2)]
      textOf(one, base)
      exchangeAll([one, two])
      for (const [doc, word, where] of [
        [one, a, i],
        [two, b.toUpperCase(), j],
      ] as const) {
        const at = where % (base.length + 1)
        const typed = {
          before: base,
          after: base.slice(0, at) + word + base.slice(at),
          caret: at + word.length,
        }
        typeInto(textOf(doc), typed, origin)
      }
      exchangeAll([one, two])
      const together = textOf(one).toString()
      expect(textOf(two).toString()).toBe(together)
      expect(together).toContain(a)
      expect(together).toContain(b.toUpperCase())
      expect(together.replace(a, '').replace(b.toUpperCase(), '')).toBe(base)
    }),
    { numRuns: 200 },
  )
})
