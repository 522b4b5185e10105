import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addActionItem, readActionItems } from '../../shared/content/actionItems.ts'
import { addAttachment } from '../../shared/content/attachments.ts'
import {
  addCard,
  cardTextOf,
  describeCard,
  moveCard,
  readCards,
  reclassifyCard,
  removeCard,
} from '../../shared/content/cards.ts'
import { storedRecordsOf } from '../../shared/content/contentCopy.ts'
import {
  actionItemsOf,
  cardsOf,
  contentSchemaOf,
  incidentOf,
  timelineOf,
} from '../../shared/content/contentDoc.ts'
import { MOST_TEXT } from '../../shared/content/fields.ts'
import { readIncident } from '../../shared/content/incident.ts'
import { recordRoots } from '../../shared/content/place.ts'
import { makeMark } from '../../shared/content/preparationMarks.ts'
import { addRoleHolder } from '../../shared/content/roleHolders.ts'
import { addTimelineEvent, readTimeline } from '../../shared/content/timeline.ts'
import type { PreparationMarkId } from '../../shared/ids.ts'
import { docOf, exchange, readAll } from './contentRoom.ts'
import { asAction, asAttachedFile, asAttachment, asCard, asRoleHolder, asTimelineEvent } from './ids.ts'

const origin = { by: 'person', personId: 'sam' } as const
const stranger = { by: 'person', personId: 'stranger' } as const

/** One good record of each kind, in a document a stranger then writes to. */
function goodDoc(): Y.Doc {
  const doc = docOf(1)
  addCard(doc, { id: asCard('good'), kind: 'fact', text: 'Disk full', by: null, createdAt: 1 }, origin)
  const occurred = { at: 0, precision: 'minute' } as const
  const fields = { firstSeenAt: null, kind: 'event', stage: null, sourceUrl: null, by: null } as const
  addTimelineEvent(doc, { id: asTimelineEvent('good'), occurred, text: 'x', createdAt: 1, ...fields }, origin)
  addActionItem(doc, { id: asAction('good'), outcome: 'y', by: null, createdAt: 1 }, origin)
  addRoleHolder(
    doc,
    { id: asRoleHolder('good'), role: 'product', personId: null, name: 'Ana', by: null, createdAt: 1 },
    origin,
  )
  addAttachment(
    doc,
    {
      id: asAttachment('good'),
      target: { on: 'card', id: asCard('good') },
      name: 'app.log',
      by: null,
      createdAt: 1,
      what: 'file',
      fileId: asAttachedFile('good'),
      size: 1,
    },
    origin,
  )
  makeMark(doc, { id: 'good' as PreparationMarkId, says: 'done', reason: '', by: null, at: 1 }, origin)
  return doc
}

const map = (fields: Record<string, unknown>) => new Y.Map<unknown>(Object.entries(fields))
const place = { kind: 'fact', key: 'a5' }
const malformed: [string, string, () => unknown][] = [
  ['a string', 'x', () => 'text'],
  ['a number', 'x', () => 7],
  ['null', 'x', () => null],
  ['a list', 'x', () => new Y.Array()],
  ['a text', 'x', () => new Y.Text('text')],
  ['XML', 'x', () => new Y.XmlElement('script')],
  ['a plain object', 'x', () => ({ place, text: 'a forged card' })],
  ['bytes', 'x', () => new Uint8Array(9)],
  ['a document of its own', 'x', () => new Y.Doc()],
  ['a record without fields', 'x', () => map({})],
  ['a record without text', 'x', () => map({ place })],
  ['a map where the text is', 'x', () => map({ place, text: map({ a: 1 }) })],
  ['a list where the text is', 'x', () => map({ place, text: new Y.Array() })],
  ['a number where the text is', 'x', () => map({ place, text: 5 })],
  [
    'a text longer than any field takes',
    'x',
    () => map({ place, text: new Y.Text('x'.repeat(MOST_TEXT + 1)) }),
  ],
  [
    'a kind that does not exist',
    'x',
    () => map({ place: { kind: 'blame', key: 'a0' }, text: new Y.Text('') }),
  ],
  ['a key that is no string', 'x', () => map({ place: { kind: 'fact', key: 5 }, text: new Y.Text('') })],
  [
    'a key without end',
    'x',
    () => map({ place: { kind: 'fact', key: 'a'.repeat(2_000) }, text: new Y.Text('') }),
  ],
  ['a place that is a map', 'x', () => map({ place: map(place), text: new Y.Text('') })],
  ['an id that is no id', '<script>', () => map({ place, text: new Y.Text('') })],
  ['an empty id', '', () => map({ place, text: new Y.Text('') })],
  ['an id without end', 'x'.repeat(65), () => map({ place, text: new Y.Text('') })],
]

describe.each(malformed)('a card that is %s', (_what, id, stored) => {
  test('is left out of the view, harms no other, and stays in the document', () => {
    const doc = goodDoc()
    doc.transact(() => cardsOf(doc).set(id, stored()), stranger)
    expect(readCards(doc).map((card) => card.id)).toEqual(['good'])
    expect(cardsOf(doc).has(id)).toBe(true)
    const copy = docOf(2)
    exchange(doc, copy)
    expect(cardsOf(copy).has(id)).toBe(true)
  })

  test('meets every edit without a throw', () => {
    const doc = goodDoc()
    doc.transact(() => cardsOf(doc).set(id, stored()), stranger)
    moveCard(doc, asCard('good'), { kind: 'question', afterCardId: asCard(id) }, origin)
    reclassifyCard(doc, asCard(id), 'luck', origin)
    describeCard(doc, asCard(id), { factor: 'trigger' }, origin)
    expect(cardTextOf(doc, asCard(id))?.toString() ?? null).toSatisfy(
      (text) => text === null || text.length >= 0,
    )
    removeCard(doc, asCard(id), origin)
    expect(readCards(doc)).toMatchObject([{ id: 'good', place: { kind: 'question' } }])
  })
})

test('fields a stranger broke read as nothing, and the rest of the card stays readable', () => {
  const doc = goodDoc()
  const broken = {
    evidenceUrl: 'javascript:alert(1)',
    factor: 'blame',
    firstSeenAt: 'soon',
    by: '<b>',
    createdAt: null,
  }
  describeCard(doc, asCard('good'), broken as never, stranger) // the types forbid it; the document does not
  expect(readCards(doc)).toMatchObject([
    { text: 'Disk full', evidenceUrl: null, factor: null, firstSeenAt: null, by: null, createdAt: 0 },
  ])
})

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  ' https://example.org',
  'https://example.org/"><script>',
  'data:text/html,x',
  'vbscript:x',
  '//example.org',
  'https://example.org/a b',
  'x'.repeat(3_000),
])('the link %s is no link', (url) => {
  const doc = goodDoc()
  describeCard(doc, asCard('good'), { evidenceUrl: url }, stranger)
  expect(readCards(doc)[0]?.evidenceUrl).toBeNull()
})

test('keys that name the prototype change no prototype and reach no view', () => {
  const doc = goodDoc()
  const polluted = {
    place,
    text: new Y.Text('odd'),
    ['__proto__']: { factor: 'trigger', polluted: 1 },
    constructor: 'x',
  }
  cardsOf(doc).set('__proto__', new Y.Map(Object.entries(polluted)))
  cardsOf(doc).set('constructor', new Y.Map(Object.entries({ ...polluted, text: new Y.Text('odd') })))
  const odd = readCards(doc).filter((card) => card.text === 'odd')
  expect(odd.map((card) => card.id)).toEqual(['__proto__', 'constructor'])
  for (const card of odd) expect(card.factor).toBeNull()
  expect({}).not.toHaveProperty('polluted')
  for (const card of odd) expect(card).not.toHaveProperty('polluted')
})

test('an id inside a record does not pass for the id it is stored under', () => {
  const doc = goodDoc()
  cardsOf(doc).set('x', map({ id: 'good', place, text: new Y.Text('a forged card') }))
  expect(readCards(doc).map(({ id }) => id)).toEqual(['good', 'x'])
})

test('timeline events and action items are read with the same care', () => {
  const doc = goodDoc()
  for (const [, id, stored] of malformed) {
    timelineOf(doc).set(id, stored())
    actionItemsOf(doc).set(id, stored())
    expect(readTimeline(doc).map((event) => event.id)).toEqual(['good'])
    expect(readActionItems(doc).map((item) => item.id)).toEqual(['good'])
  }
})

test.each([NaN, Infinity, 9e15, '2017', null, {}])('a time that is %s is no time', (at) => {
  const doc = goodDoc()
  timelineOf(doc).set('x', map({ occurred: { at, precision: 'minute' }, text: new Y.Text('when?') }))
  expect(readTimeline(doc).map(({ id }) => id)).toEqual(['good'])
})

test('a broken incident reads as none, a broken part of it as empty', () => {
  const doc = docOf(1)
  expect(readIncident(doc)).toBeNull()
  incidentOf(doc).set('title', map({ deep: 1 }))
  expect(readIncident(doc)).toBeNull()
  const broken = {
    title: 'Ours',
    zone: 7,
    services: 'db',
    times: 'noon',
    impactFacts: [{}],
    sources: ['javascript:x'],
  }
  for (const [field, value] of Object.entries(broken)) incidentOf(doc).set(field, value)
  expect(readIncident(doc)).toMatchObject({
    title: 'Ours',
    zone: 'UTC',
    services: [],
    impactFacts: [],
    sources: [],
  })
})

/** Built level by level, as updates can, since Yjs itself cannot take in such a nest at once. */
function nestDeep(into: Y.Map<unknown>, field: string): void {
  let level = into
  for (let depth = 0; depth < 20_000; depth++) {
    const deeper = new Y.Map<unknown>()
    level.set(depth === 0 ? field : 'deeper', deeper)
    level = deeper
  }
}

test('maps nested deeper than the stack is are not followed', () => {
  const doc = goodDoc()
  doc.transact(() => {
    nestDeep(cardsOf(doc), 'x')
    nestDeep(timelineOf(doc), 'x')
    nestDeep(incidentOf(doc), 'services')
    incidentOf(doc).set('title', 'Ours')
  }, stranger)
  expect(readCards(doc).map(({ id }) => id)).toEqual(['good'])
  expect(readTimeline(doc).map(({ id }) => id)).toEqual(['good'])
  expect(readIncident(doc)).toMatchObject({ title: 'Ours', services: [] })
})

test('a schema number that is no number reads as none', () => {
  const doc = docOf(1)
  doc.getMap('meta').set('schema', 'newest')
  expect(contentSchemaOf(doc)).toBe(0)
})

test('anything at all may be written, and reading never throws', () => {
  const anything = fc.oneof(fc.anything(), fc.object(), fc.string())
  const asStored = (value: unknown): unknown => {
    try {
      return JSON.parse(JSON.stringify(value) ?? 'null')
    } catch {
      return null // a value no wire could carry
    }
  }
  const fields = [
    'place',
    'text',
    'occurred',
    'outcome',
    'key',
    'by',
    'owner',
    'createdAt',
    '__proto__',
    'kind',
    'role',
    'personId',
    'name',
    'says',
    'reason',
    'target',
    'what',
    'fileId',
    'size',
  ]
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...fields), anything), { maxLength: 8 }), (written) => {
      const doc = goodDoc()
      const record = () => new Y.Map(written.map(([field, value]) => [field, asStored(value)] as const))
      for (const root of recordRoots) storedRecordsOf(doc, root).set('x', record())
      for (const [field, value] of written) incidentOf(doc).set(field, asStored(value))
      expect(readIncident(doc)).toBeNull()
      expect(Object.values(readAll(doc)).every((records) => records.some(({ id }) => id === 'good'))).toBe(
        true,
      )
    }),
    { numRuns: 300 },
  )
})
