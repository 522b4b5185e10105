import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isTooDeep } from '../../server/collaboration/nesting.ts'
import { updatesOf } from '../harness/rawSocket.ts'
import { seededRandom } from '../harness/seededRandom.ts'

const MOST = 20
const judge = (update: Uint8Array, doc = new Y.Doc()) => isTooDeep(Y.decodeUpdate(update).structs, doc, MOST)

/** Puts a record into a record, `levels` times, and gives the innermost back. */
function nest(outer: Y.Map<unknown>, levels: number): Y.Map<unknown> {
  let inner = outer
  for (let level = 0; level < levels; level++) {
    const next = new Y.Map<unknown>()
    inner.set('in', next)
    inner = next
  }
  return inner
}
const nested = (levels: number) => {
  const doc = new Y.Doc()
  doc.transact(() => nest(doc.getMap('cards'), levels))
  return Y.encodeStateAsUpdate(doc)
}

test('deleting a record of some thousand levels overflows Yjs: the reason for all this', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, nested(20_000))
  expect(() => doc.getMap('cards').delete('in')).toThrow(RangeError)
})

test('records may be nested so deep and no deeper', () => {
  expect(judge(nested(MOST))).toBe(false)
  expect(judge(nested(MOST + 1))).toBe(true)
  expect(judge(nested(20_000))).toBe(true)
})

test('a depth that is built a level at a time, each in a change of its own, ends at the same level', () => {
  const doc = new Y.Doc()
  const server = new Y.Doc()
  const updates = updatesOf(doc)
  let inner = doc.getMap<unknown>('cards')
  for (let level = 1; level <= MOST + 1; level++) {
    inner = nest(inner, 1)
    const update = updates.at(-1) ?? new Uint8Array()
    expect([level, judge(update, server)]).toEqual([level, level > MOST])
    Y.applyUpdate(server, update)
  }
})

test('also when it hangs on a neighbour that says nothing of its record, or comes in with the neighbour', () => {
  const doc = new Y.Doc()
  const server = new Y.Doc()
  const list = new Y.Array<unknown>()
  nest(doc.getMap('cards'), MOST - 1).set('list', list)
  for (let count = 0; count < 500; count++) list.push([count])
  const together = Y.encodeStateAsUpdate(doc)
  expect(judge(together)).toBe(false)
  const before = Y.encodeStateVector(doc)
  list.push([new Y.Map()]) // its parent is told by its left neighbour only
  expect(judge(Y.encodeStateAsUpdate(doc))).toBe(true)
  Y.applyUpdate(server, together)
  expect(judge(Y.encodeStateAsUpdate(doc, before), server)).toBe(true)
})

test('lists, text and elements count like records', () => {
  const doc = new Y.Doc()
  let inner: Y.XmlFragment = doc.getXmlFragment('notes')
  for (let level = 0; level <= MOST; level++) {
    const next = new Y.XmlElement('blockquote')
    inner.insert(0, [next])
    inner = next
  }
  expect(judge(Y.encodeStateAsUpdate(doc))).toBe(true)
})

describe('what is no record', () => {
  const nestedValue = (levels: number) => {
    let value: unknown = 'x'
    for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { in: value }
    return value
  }
  const withValue = (value: unknown) => {
    const doc = new Y.Doc()
    doc.getMap('cards').set('a', value)
    return Y.encodeStateAsUpdate(doc)
  }
  test('plain values are held to the same depth', () => {
    expect(judge(withValue(nestedValue(MOST)))).toBe(false)
    expect(judge(withValue(nestedValue(MOST + 1)))).toBe(true)
    expect(judge(withValue(new Uint8Array(100_000)))).toBe(false)
  })
  test('a document within the document is refused', () => {
    expect(judge(withValue(new Y.Doc()))).toBe(true)
  })
})

test('neighbours that point at each other in a circle end the search', () => {
  // Client 5: two items, each left of the other, whose record nobody names.
  const circle = Uint8Array.of(1, 2, 5, 0, 135, 5, 1, 1, 135, 5, 0, 1, 0)
  expect(Y.decodeUpdate(circle).structs).toHaveLength(2)
  expect(judge(circle)).toBe(false)
})

test('a long text is judged in time that grows with its length', () => {
  const doc = new Y.Doc()
  const text = doc.getText('summary')
  const random = seededRandom(3)
  for (let count = 0; count < 20_000; count++) {
    text.insert(random.between(0, text.length), 'x')
    if (count % 3 === 0) text.delete(random.between(0, text.length - 1), 1)
  }
  doc.getMap('cards').set('a', new Y.Map())
  const update = Y.encodeStateAsUpdate(doc)
  const measure = (work: () => unknown) => {
    const since = performance.now()
    work()
    return performance.now() - since
  }
  const decoding = Math.min(...[1, 2, 3].map(() => measure(() => Y.decodeUpdate(update))))
  const judging = Math.min(...[1, 2, 3].map(() => measure(() => judge(update))))
  expect(judging).toBeLessThan(20 * decoding) // quadratic, it would be hundreds of times as long
})
