import { expect, test } from 'vitest'
import { statuspage } from '../../../shared/evidence/formats/statuspage.ts'
import { instant, readAs } from './readAs.ts'

const update = (more: object = {}) => ({
  id: 'u1',
  status: 'investigating',
  body: 'Payments <b>fail</b>.<br/>We look &amp; tell.',
  created_at: '2026-03-11T11:40:00+01:00',
  updated_at: '2026-03-11T11:40:00+01:00',
  display_at: '2026-03-11T11:22:07.490+01:00',
  affected_components: null,
  ...more,
})
const incident = (incident_updates: unknown[], more: object = {}) => ({
  id: 'i1',
  name: 'Checkout errors',
  status: 'resolved',
  started_at: null,
  created_at: '2026-03-11T10:22:00Z',
  incident_updates,
  ...more,
})
const page = (...incidents: object[]) => ({ page: { id: 'p', time_zone: 'Berlin' }, incidents })

test('an update is when the public saw it, and keeps when it was typed', () => {
  expect(readAs(statuspage, page(incident([update()]))).drafts).toMatchObject([
    {
      nativeId: 'u1',
      at: instant('2026-03-11T10:22:07.490Z'),
      recordedAt: instant('2026-03-11T10:40:00Z'),
      text: 'Checkout errors: Investigating: Payments fail.\nWe look & tell.',
      kindHint: 'comms',
      actor: 'Statuspage',
    },
  ])
})

test('an update without words tells what changed of which component', () => {
  const affected_components = [
    { code: 'c', name: 'Checkout', old_status: 'operational', new_status: 'major_outage' },
  ]
  const silent = update({ body: '', affected_components })
  expect(readAs(statuspage, page(incident([silent]))).texts).toEqual([
    'Checkout errors: Investigating: Checkout: major outage',
  ])
})

test('an update that came again with other words counts once, as edited', () => {
  const edited = update({ body: 'It was the timeout.', updated_at: '2026-03-12T09:00:00Z' })
  const { drafts } = readAs(statuspage, page(incident([edited])), page(incident([update()])))
  expect(drafts).toMatchObject([
    { text: 'Checkout errors: Investigating: It was the timeout.', edited: true },
  ])
})

test.each(['incident', 'scheduled_maintenances'])('what stands under %s is read as well', (key) => {
  const one = incident([update({ status: 'in_progress' })])
  const { texts } = readAs(statuspage, { page: {}, [key]: key === 'incident' ? one : [one] })
  expect(texts[0]).toMatch(/^Checkout errors: In progress: /)
})

test('an incident without any update is told as opened', () => {
  const { drafts } = readAs(statuspage, page(incident([], { impact: 'major' })))
  expect(drafts).toMatchObject([
    { nativeId: 'i1', text: 'Checkout errors (impact: major)', at: instant('2026-03-11T10:22:00Z') },
  ])
})

test('fifty incidents are all that is listed, so older ones may be missing', () => {
  const incidents = (count: number) =>
    Array.from({ length: count }, (_, position) => incident([update({ id: `u${position}` })]))
  expect(readAs(statuspage, page(...incidents(50))).about('incomplete')).toHaveLength(1)
  expect(readAs(statuspage, page(...incidents(49))).about('incomplete')).toHaveLength(0)
})

test('a time without offset is on the clocks of the page, if they are known', () => {
  const local = incident([update({ display_at: '2026-03-11T11:22:07' })])
  expect(readAs(statuspage, page(local)).drafts).toMatchObject([{ needs: ['zone'] }])
  const { drafts } = readAs(statuspage, { page: { time_zone: 'Europe/Berlin' }, incidents: [local] })
  expect(drafts).toMatchObject([{ at: instant('2026-03-11T10:22:07Z'), needs: [] }])
})

test('two updates of one incident stay two', () => {
  const { drafts } = readAs(statuspage, page(incident([update({ id: 'u2' }), update()])))
  expect(drafts.map(({ nativeId, place }) => [nativeId, place])).toEqual([
    ['u2', 'Checkout errors'],
    ['u1', 'Checkout errors'],
  ])
})
