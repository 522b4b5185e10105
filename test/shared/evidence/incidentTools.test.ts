import { expect, test } from 'vitest'
import { firehydrant } from '../../../shared/evidence/formats/firehydrant.ts'
import { incidentIo } from '../../../shared/evidence/formats/incidentIo.ts'
import { rootly } from '../../../shared/evidence/formats/rootly.ts'
import { instant, readAs } from './readAs.ts'

const OPENED = '2026-03-14T09:00:00Z'
const stamp = (id: string, name: string, value?: string) => ({
  incident_timestamp: { id, name },
  value: value ? { value } : null,
})
const incident = (stamps: object[], more: object = {}) => ({
  id: 'i1',
  reference: 'INC-1',
  name: 'Checkout errors',
  mode: 'standard',
  created_at: OPENED,
  incident_status: {},
  incident_timestamp_values: stamps,
  ...more,
})

test('an incident of incident.io is told by the times its people gave, and keeps when it was opened', () => {
  const stamps = [
    stamp('t0', 'Impact started at', '2026-03-11T10:10:00Z'),
    stamp('t1', 'Reported at', '2026-03-11T10:19:00Z'),
    stamp('t2', 'Fixed at', '2026-03-11T10:47:00Z'),
    stamp('t3', 'Resolved at', '2026-03-11T11:10:00Z'),
    stamp('t4', 'Closed at'),
  ]
  const { drafts } = readAs(incidentIo, { incident: incident(stamps, { mode: 'retrospective' }) })
  expect(drafts.map(({ nativeId, kindHint, recordedAt }) => [nativeId, kindHint, recordedAt])).toEqual([
    ['t0', 'signal', instant(OPENED)],
    ['t1', 'declare', instant(OPENED)],
    ['t2', 'mitigation', instant(OPENED)],
    ['t3', 'resolve', instant(OPENED)],
  ])
})

test('without any of those times, an incident was declared when it was opened, unless it was opened afterwards', () => {
  const one = (mode: string) => readAs(incidentIo, { incidents: [incident([], { mode })] }).drafts
  expect(one('standard')).toMatchObject([{ nativeId: 'i1', at: instant(OPENED), kindHint: 'declare' }])
  expect(one('retrospective')).toMatchObject([{ at: null, needs: ['time'], recordedAt: instant(OPENED) }])
})

test.each(['test', 'tutorial'])('an incident in %s mode is left out, and that is said', (mode) => {
  const { drafts, about } = readAs(incidentIo, {
    incident: incident([stamp('t1', 'Reported at', OPENED)], { mode }),
  })
  expect(drafts).toEqual([])
  expect(about('leftOut')).toHaveLength(1)
})

test('two incidents may have the same kind of time', () => {
  const both = ['i1', 'i2'].map((id) => incident([stamp('t1', 'Reported at', OPENED)], { id }))
  expect(readAs(incidentIo, { incidents: both }).drafts).toHaveLength(2)
})

const update = (more: object = {}) => ({
  id: 'u1',
  incident_id: 'i1',
  created_at: '2026-03-11T10:40:00.551Z',
  message: 'Rollback running',
  new_incident_status: { name: 'Fixing', category: 'active' },
  new_severity: null,
  updater: { user: { name: 'Mei' } },
  ...more,
})

test('an update of incident.io tells its message, its status and who or what wrote it', () => {
  const silent = update({ id: 'u2', message: null, updater: { workflow: { name: 'Nudge' } } })
  const closing = update({
    id: 'u3',
    message: null,
    new_incident_status: { name: 'Done', category: 'closed' },
    updater: null,
  })
  const page = {
    incident_updates: [update(), silent, closing],
    pagination_meta: { after: 'u3', page_size: 3 },
  }
  const { drafts, about } = readAs(incidentIo, page)
  expect(drafts).toMatchObject([
    { nativeId: 'u1', text: 'Rollback running – Fixing', actor: 'Mei', kindHint: 'mitigation' },
    { text: 'Fixing', actor: 'Nudge' },
    { text: 'Done', actor: null, kindHint: 'resolve' },
  ])
  expect(about('incomplete')).toHaveLength(1)
})

const rootlyEvent = (more: object = {}) => ({
  id: 'r1',
  type: 'incident_events',
  attributes: {
    event: '<p>Rollback of <b>v2</b> &amp; restart</p>',
    kind: 'event',
    occurred_at: '2026-03-11T03:38:01.000-07:00',
    created_at: '2026-03-11T03:50:00.000-07:00',
    ...more,
  },
})

test('an event of Rootly is when it was, on the clocks of its organisation, and keeps when it was typed', () => {
  expect(readAs(rootly, { data: [rootlyEvent()], links: { next: null } }).drafts).toMatchObject([
    {
      nativeId: 'r1',
      at: instant('2026-03-11T10:38:01Z'),
      recordedAt: instant('2026-03-11T10:50:00Z'),
      text: 'Rollback of v2 & restart',
      kindHint: 'mitigation',
      actor: null,
    },
  ])
})

test('an event of Rootly without a time of its own was when it was typed', () => {
  expect(readAs(rootly, { data: rootlyEvent({ occurred_at: null }) }).drafts).toMatchObject([
    { at: instant('2026-03-11T10:50:00Z') },
  ])
})

test.each([[{ links: { next: 'https://x' } }], [{ links: { next: null }, meta: { total_count: 2 } }]])(
  'a page of Rootly with %j is not all',
  (more) => {
    expect(readAs(rootly, { data: [rootlyEvent()], ...more }).about('incomplete')).toHaveLength(1)
  },
)

const hydrant = (more: object = {}) => ({
  id: 'f1',
  incident_id: 'i1',
  type: 'generic_chat_message',
  occurred_at: '2026-03-11T10:24:40Z',
  created_at: '2026-03-11T10:24:41Z',
  updated_at: '2026-03-11T10:24:41Z',
  author: { name: 'Tomás' },
  data: { body: 'joining' },
  ...more,
})

test('an event of FireHydrant that was changed counts once, in its latest words, as edited', () => {
  const changed = hydrant({ data: { body: 'joining from payments' }, updated_at: '2026-03-11T11:00:00Z' })
  const { drafts, about } = readAs(firehydrant, { data: [changed, hydrant()], pagination: { next: 2 } })
  expect(drafts).toMatchObject([
    { text: 'joining from payments', edited: true, actor: 'Tomás', kindHint: 'join' },
  ])
  expect(about('repeated')).toHaveLength(1)
  expect(about('incomplete')).toHaveLength(1)
})

test.each([
  [{ milestone: 'detected' }, 'Milestone: detected', 'alert'],
  [{ milestone: 'mitigated' }, 'Milestone: mitigated', 'mitigation'],
  [{}, 'Milestone update', 'other'],
])('the data %j of FireHydrant is told as “%s”', (data, text, kindHint) => {
  expect(readAs(firehydrant, { data: [hydrant({ type: 'milestone_update', data })] }).drafts).toMatchObject([
    { text, kindHint },
  ])
})

test('an event of Rootly that was changed counts once, in its latest words; another one stays another', () => {
  const changed = rootlyEvent({ event_raw: 'Rollback done', updated_at: '2026-03-11T12:00:00Z' })
  const before = rootlyEvent({ updated_at: '2026-03-11T11:00:00Z', user: { full_name: 'Mei Lin' } })
  const { drafts } = readAs(rootly, { data: [changed, before, { ...before, id: 'r2' }] })
  expect(drafts).toMatchObject([
    { nativeId: 'r1', text: 'Rollback done', edited: true },
    { nativeId: 'r2', edited: false, actor: 'Mei Lin' },
  ])
})

test('two events of FireHydrant stay two, and keep when they were typed', () => {
  const { drafts } = readAs(firehydrant, { data: [hydrant(), hydrant({ id: 'f2' })] })
  expect(drafts.map(({ nativeId, recordedAt }) => [nativeId, recordedAt])).toEqual([
    ['f1', instant('2026-03-11T10:24:41Z')],
    ['f2', instant('2026-03-11T10:24:41Z')],
  ])
})

test('what a type of event of FireHydrant that is not known here says is told, without ids, times and addresses', () => {
  const data = {
    role: { id: 'r1', name: 'Commander' },
    user: { name: 'Mei', url: 'https://x' },
    set_at: OPENED,
  }
  expect(readAs(firehydrant, { data: [hydrant({ type: 'role_update', data })] }).texts).toEqual([
    'Role update: Commander, Mei',
  ])
  const milestone = hydrant({
    type: 'milestone_update',
    data: { milestone: { slug: 'mitigated', name: 'Mitigated' } },
  })
  expect(readAs(firehydrant, milestone).drafts).toMatchObject([
    { text: 'Milestone: mitigated', kindHint: 'mitigation' },
  ])
})

test.each([
  [
    firehydrant,
    2,
    { data: [null, hydrant()], pagination: { page: 1, pages: 2, next: 2 } },
    { data: [hydrant({ id: 'f2' })], pagination: { page: 2, pages: 2, next: null } },
  ],
  [
    rootly,
    2,
    { data: [null, rootlyEvent()], links: { next: 'x' }, meta: { current_page: 1, total_count: 3 } },
    { data: [{ ...rootlyEvent(), id: 'r2' }], meta: { current_page: 2, total_count: 3 } },
  ],
])(
  '%# all pages together are complete, and one of them is not, though its first record is damaged',
  (format, count, first, second) => {
    expect(readAs(format, second, first).drafts).toHaveLength(count)
    expect(readAs(format, second, first).about('incomplete')).toEqual([])
    expect(readAs(format, first).about('incomplete')).toHaveLength(1)
    expect(readAs(format, second).about('incomplete')).toHaveLength(1)
  },
)

test('raw words of Rootly that are HTML all the same are told as words, and a mere < stays', () => {
  const events = [
    rootlyEvent({ event_raw: '<p>Rolled <b>back</b> &amp; ok</p>' }),
    { ...rootlyEvent({ event_raw: 'p95 < 2s & fine' }), id: 'r2' },
  ]
  expect(readAs(rootly, { data: events }).texts).toEqual(['Rolled back & ok', 'p95 < 2s & fine'])
})

test('an update that closes an incident of incident.io ends it, whatever its words', () => {
  const closing = update({
    message: 'Thanks all',
    new_incident_status: { name: 'Closed', category: 'closed' },
  })
  expect(readAs(incidentIo, closing).drafts).toMatchObject([{ kindHint: 'resolve' }])
  expect(readAs(incidentIo, { incidents: [null, incident([])] }).drafts).toHaveLength(1)
})
