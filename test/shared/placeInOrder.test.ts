import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import {
  addTimelineEvent,
  describeTimelineEvents,
  type Moment,
  precisions,
  readTimeline,
} from '../../shared/content/timeline.ts'
import { placeInOrder } from '../../shared/timeline/placeInOrder.ts'
import { placeInWords } from '../../shared/timeline/placeInWords.ts'
import { asTimelineEvent } from './ids.ts'

const origin: EditOrigin = { by: 'person', personId: 'p' }
const at = (clock: string) => Date.parse(`2026-03-10T${clock}Z`)

type Given = { text: string; occurred: Moment; createdAt?: number; id?: string }

function docOf(events: readonly Given[]): Y.Doc {
  const doc = new Y.Doc()
  for (const { text, occurred, createdAt = 0, id = text } of events) {
    const fields = { firstSeenAt: null, kind: 'event', stage: null, sourceUrl: null, by: null } as const
    addTimelineEvent(doc, { id: asTimelineEvent(id), text, occurred, createdAt, ...fields }, origin)
  }
  return doc
}

const exact = (text: string, clock: string): Given => ({
  text,
  occurred: { at: at(clock), precision: 'minute' },
})

/** Where `moved` would come to stand, and in what words it is offered. */
function offered(events: readonly Given[], moved: string, after: string | null) {
  const timeline = readTimeline(docOf(events))
  const place = placeInOrder(timeline, asTimelineEvent(moved), after === null ? null : asTimelineEvent(after))
  const before = timeline.find(({ text }) => text === moved)?.occurred
  if (!place || !before) return null
  return { ...place.occurred, words: placeInWords(place, before, 'UTC') }
}

describe('an event put between two others', () => {
  const walk = [exact('deploy', '14:02:00'), exact('alert', '14:27:00'), exact('page', '14:28:00')]

  test('is about the middle, since nobody told the minute', () => {
    expect(offered([...walk, exact('call', '15:00:00')], 'call', 'deploy')).toEqual({
      at: at('14:14:00'),
      precision: 'approx',
      words: 'about 14:14, between “deploy” and “alert”',
    })
  })

  test('stays exact where there is no more than a minute between them', () => {
    expect(offered([...walk, exact('call', '15:00:00')], 'call', 'alert')).toEqual({
      at: at('14:27:30'),
      precision: 'minute',
      words: '14:27:30, between “alert” and “page”',
    })
  })

  test('is a minute before the first one, or after the last one', () => {
    expect(offered(walk, 'page', null)?.words).toBe('about 14:01, before “deploy”')
    expect(offered(walk, 'deploy', 'page')?.words).toBe('about 14:29, after “page”')
  })

  test('of which only the order is known gets no time by it', () => {
    const first: Given = { text: 'hunch', occurred: { at: at('14:00:00'), precision: 'order' } }
    expect(offered([first, ...walk], 'hunch', 'deploy')).toMatchObject({
      precision: 'order',
      words: 'of unknown time, between “deploy” and “alert”',
    })
  })

  test('known to the hour is about then where the two are further apart, and only the day stays only the day', () => {
    const hour: Given = { text: 'call', occurred: { at: at('20:00:00'), precision: 'hour' } }
    const day: Given = { text: 'mail', occurred: { at: at('20:00:00'), precision: 'day' } }
    const late = exact('late', '19:00:00')
    expect(offered([...walk, hour], 'call', 'deploy')?.words).toBe(
      '14:14 to the hour, between “deploy” and “alert”',
    )
    expect(offered([...walk, late, hour], 'call', 'page')?.words).toBe(
      'about 16:44, between “page” and “late”',
    )
    expect(offered([...walk, late, day], 'mail', 'page')?.words).toBe(
      'some time that day, between “page” and “late”',
    )
  })

  test('on another day says which, and long words are cut', () => {
    const next: Given = {
      id: 'next',
      text: 'the pool of one more node is empty, and on it goes for hours',
      occurred: { at: at('14:28:00') + 24 * 60 * 60_000, precision: 'minute' },
    }
    expect(offered([...walk, next], 'alert', 'next')?.words).toBe(
      '11 March 2026, about 14:29, after “the pool of one more node is empty, and…”',
    )
  })

  test('is nowhere where it stands already, or beside one that is gone', () => {
    expect(offered(walk, 'alert', 'deploy')).toBeNull()
    expect(offered(walk, 'alert', 'gone')).toBeNull()
  })
})

const events = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 8 }).map((step) => step * 20_000 + (step % 3)),
    precision: fc.constantFrom(...precisions),
    createdAt: fc.integer({ min: 0, max: 4 }),
  }),
  { minLength: 1, maxLength: 12 },
)

test('it lands exactly where it was put, no time of another changes, and it is never more exact than before', () => {
  const fromExact = ['minute', 'hour', 'approx', 'day', 'order'] as const
  fc.assert(
    fc.property(events, fc.nat(), fc.nat(), (script, nth, target) => {
      const doc = docOf(
        script.map(({ at, precision, createdAt }, index) => ({
          ...{ text: `e${index}`, occurred: { at, precision }, createdAt },
        })),
      )
      const before = readTimeline(doc)
      const moved = before[nth % before.length]
      if (!moved) throw new Error('there is one')
      const rest = before.filter(({ id }) => id !== moved.id)
      const to = target % before.length
      const place = placeInOrder(before, moved.id, rest[to - 1]?.id ?? null)
      describeTimelineEvents(doc, place?.edits ?? [], origin)
      const after = readTimeline(doc)
      const wanted = [...rest.slice(0, to), moved, ...rest.slice(to)]
      expect(after.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
      for (const { id, occurred } of after) {
        const was = before.find((other) => other.id === id)
        if (id !== moved.id) expect(occurred).toEqual(was?.occurred)
        else
          expect(fromExact.indexOf(occurred.precision)).toBeGreaterThanOrEqual(
            fromExact.indexOf(moved.occurred.precision),
          )
      }
    }),
  )
})
