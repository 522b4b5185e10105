import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import { addTimelineEvent, describeTimelineEvents, readTimeline } from '../../shared/content/timeline.ts'
import { stepInOrder } from '../../shared/timeline/stepInOrder.ts'
import { asTimelineEvent } from './ids.ts'

const origin: EditOrigin = { by: 'person', personId: 'p' }

function timelineOf(events: { at: number; isOrderOnly: boolean; createdAt: number }[]): Y.Doc {
  const doc = new Y.Doc()
  events.forEach(({ at, isOrderOnly, createdAt }, index) => {
    addTimelineEvent(
      doc,
      {
        id: asTimelineEvent(`e${index}`),
        occurred: { at, precision: isOrderOnly ? 'order' : 'minute' },
        firstSeenAt: null,
        kind: 'event',
        stage: null,
        text: '',
        sourceUrl: null,
        by: null,
        createdAt,
      },
      origin,
    )
  })
  return doc
}

const events = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 8 }),
    isOrderOnly: fc.boolean(),
    createdAt: fc.integer({ min: 0, max: 4 }),
  }),
  { minLength: 1, maxLength: 12 },
)

test('a step swaps two neighbours where the times leave it open, never changes a known time, and else does nothing', () => {
  fc.assert(
    fc.property(events, fc.nat(), fc.constantFrom(1 as const, -1 as const), (script, nth, step) => {
      const doc = timelineOf(script)
      const before = readTimeline(doc)
      const position = nth % before.length
      const [moved, beside] = [before[position], before[position + step]]
      if (!moved) throw new Error('there is one')
      describeTimelineEvents(doc, stepInOrder(before, moved.id, step), origin)
      const after = readTimeline(doc)
      const isOpen =
        beside !== undefined &&
        (beside.occurred.at === moved.occurred.at ||
          [moved, beside].some(({ occurred }) => occurred.precision === 'order'))
      const wanted = before.map(({ id }) => id)
      if (isOpen) [wanted[position], wanted[position + step]] = [beside.id, moved.id]
      expect(after.map(({ id }) => id)).toEqual(wanted)
      const known = (timeline: typeof before) =>
        new Map(
          timeline.flatMap(({ id, occurred }) => (occurred.precision === 'order' ? [] : [[id, occurred.at]])),
        )
      expect(known(after)).toEqual(known(before))
    }),
  )
})
