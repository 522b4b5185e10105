import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { viewActionItems } from '../../shared/content/actionItems.ts'
import { viewAttachments } from '../../shared/content/attachments.ts'
import { addCard, describeCard, readCards, viewCards } from '../../shared/content/cards.ts'
import { cardsOf } from '../../shared/content/contentDoc.ts'
import { viewPreparationMarks } from '../../shared/content/preparationMarks.ts'
import { viewRoleHolders } from '../../shared/content/roleHolders.ts'
import { viewTimeline } from '../../shared/content/timeline.ts'
import { applyEdit, docOf, edit, exchange, readAll } from './contentRoom.ts'
import { asCard } from './ids.ts'

const origin = { by: 'person', personId: 'sam' } as const
const add = (doc: Y.Doc, name: string) =>
  addCard(doc, { id: asCard(name), kind: 'fact', text: name, by: null, createdAt: 0 }, origin)

test('after any edits, near or far, the view is what a fresh reading gives', () => {
  const from = fc.record({ near: fc.boolean(), edit, together: fc.boolean() })
  fc.assert(
    fc.property(fc.array(from, { maxLength: 40, size: 'max' }), (edits) => {
      const [near, far] = [docOf(1), docOf(2)]
      const views = {
        cards: viewCards(near),
        timeline: viewTimeline(near),
        actionItems: viewActionItems(near),
        roleHolders: viewRoleHolders(near),
        preparationMarks: viewPreparationMarks(near),
        attachments: viewAttachments(near),
      }
      for (const view of Object.values(views)) view.subscribe(() => {})
      const seen = () => ({
        cards: views.cards.read(),
        timeline: views.timeline.read(),
        actionItems: views.actionItems.read(),
        roleHolders: views.roleHolders.read(),
        preparationMarks: views.preparationMarks.read(),
        attachments: views.attachments.read(),
      })
      edits.forEach((made, number) => {
        const doc = made.near ? near : far
        doc.transact(() => {
          applyEdit(doc, made.edit, number * 2, origin)
          // Typed into and removed in one transaction: the event then names a record that is gone.
          if (made.together) applyEdit(doc, { ...made.edit, what: 'remove' }, number * 2 + 1, origin)
        })
        exchange(far, near)
        exchange(near, far)
        expect(seen()).toEqual(readAll(near))
      })
    }),
    { numRuns: 100 },
  )
})

test('a keystroke in one card leaves every other card the same object', () => {
  const doc = docOf(1)
  for (const name of ['a', 'b', 'c']) add(doc, name)
  const view = viewCards(doc)
  view.subscribe(() => {})
  const [a, b, c] = view.read()
  applyEdit(doc, { what: 'type', on: 'card', pick: 1, other: 0, text: 'more ' }, 1, origin)
  const [a2, b2, c2] = view.read()
  expect(a2).toBe(a)
  expect(c2).toBe(c)
  expect(b2).not.toBe(b)
  expect(b2?.text).toBe('more b')
})

test('the list is the same object until something in it changes', () => {
  const doc = docOf(1)
  add(doc, 'a')
  const view = viewCards(doc)
  view.subscribe(() => {})
  const before = view.read()
  doc.getText('summary').insert(0, 'elsewhere')
  expect(view.read()).toBe(before)
  describeCard(doc, asCard('a'), { factor: 'trigger' }, origin)
  expect(view.read()).not.toBe(before)
})

test('everyone who subscribed hears of a change, and whoever left does not', () => {
  const doc = docOf(1)
  const view = viewCards(doc)
  const [stays, leaves] = [vi.fn(), vi.fn()]
  view.subscribe(stays)
  const leave = view.subscribe(leaves)
  add(doc, 'a')
  leave()
  add(doc, 'b')
  expect([stays.mock.calls.length, leaves.mock.calls.length]).toEqual([2, 1])
})

test('a view that nobody watched for a while is right again as soon as somebody does', () => {
  const doc = docOf(1)
  const view = viewCards(doc)
  view.subscribe(() => {})()
  add(doc, 'a')
  view.subscribe(() => {})
  expect(view.read()).toEqual(readCards(doc))
})

test('a record that a stranger breaks leaves the view, and comes back when it is mended', () => {
  const doc = docOf(1)
  add(doc, 'a')
  const view = viewCards(doc)
  view.subscribe(() => {})
  const stored = cardsOf(doc).get('a') as Y.Map<unknown> // just written by addCard
  const place = stored.get('place')
  stored.set('place', 'nowhere')
  expect(view.read()).toEqual([])
  stored.set('place', place)
  expect(view.read().map(({ id }) => id)).toEqual(['a'])
})
