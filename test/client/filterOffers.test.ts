import { expect, test } from 'vitest'
import type { OfferRow } from '../../client/features/evidence/evidenceMessages.ts'
import { everyOffer, filterOffers } from '../../client/features/evidence/filterOffers.ts'

const row = (identity: string, changed: Partial<OfferRow> = {}): OfferRow => ({
  identity,
  source: 'chat.zip',
  alsoFrom: [],
  at: Date.UTC(2026, 2, 11, 10),
  precision: 'minute',
  text: 'Rolled back v318',
  actor: 'Anna',
  kindHint: 'mitigation',
  place: '#inc-412',
  edited: false,
  deleted: false,
  count: null,
  written: null,
  suggestion: { place: 'timeline', stage: 'mitigation', isDecision: false },
  needsAnswer: false,
  isReply: false,
  isCut: false,
  ...changed,
})
const rows = [
  row('rollback'),
  row('alert', {
    kindHint: 'alert',
    source: 'alerts.json',
    text: 'p95 over 3 s',
    actor: null,
    at: Date.UTC(2026, 2, 11, 9),
  }),
  row('both', {
    alsoFrom: [{ identity: 'x', source: 'alerts.json' }],
    text: 'Paged',
    actor: null,
    place: null,
  }),
  row('timeless', { at: null, text: 'Somebody rolled it back' }),
]
const shown = (change: Partial<typeof everyOffer>) =>
  filterOffers(rows, { ...everyOffer, ...change }).map(({ identity }) => identity)

test('nothing asked for leaves the list as it is', () => {
  expect(filterOffers(rows, everyOffer)).toBe(rows)
  expect(filterOffers(rows, { ...everyOffer, words: '  ' })).toBe(rows)
})

test('every part of a filter has to fit', () => {
  expect(shown({ kind: 'alert' })).toEqual(['alert'])
  expect(shown({ source: 'alerts.json' })).toEqual(['alert', 'both'])
  expect(shown({ words: 'BACK rolled' })).toEqual(['rollback', 'timeless'])
  expect(shown({ words: 'inc-412 anna v318' })).toEqual(['rollback'])
  expect(shown({ from: Date.UTC(2026, 2, 11, 10) })).toEqual(['rollback', 'both'])
  expect(shown({ to: Date.UTC(2026, 2, 11, 9) })).toEqual(['alert'])
  expect(shown({ words: 'rolled', kind: 'alert' })).toEqual([])
})
