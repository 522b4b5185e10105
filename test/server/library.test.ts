import { expect, test } from 'vitest'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import { noCircumstances } from '../../shared/triage/facts.ts'
import { findPostmortemsEndpoint, type LibraryFilters, noFilters } from '../../shared/wire/library.ts'
import { openWorkspace } from '../harness/openWorkspace.ts'
import { startTestServer, type Visitor } from '../harness/startTestServer.ts'

type Started = {
  title?: string
  severity?: string | null
  services?: string[]
  format?: string
  reason?: string
  beganAt?: number | null
}

async function start(visitor: Visitor, started: Started = {}) {
  const { title = 'Checkout slowed', severity = 'SEV-2', services = [], format = 'full' } = started
  const { reason = 'It was decided so.', beganAt = null } = started
  const facts = { ...noCircumstances, services, beganAt, noticedAt: null, resolvedAt: null }
  const triage = { facts, zone: 'UTC', format, minutes: 30, reason }
  const { body } = await visitor.post('/api/postmortems', { title, severity, triage })
  return { postmortemId: body.postmortemId as PostmortemId, meetingId: body.meetingId as MeetingId } // the answer’s own shape
}

async function find(visitor: Visitor, filters: Partial<LibraryFilters> = {}, skip = 0) {
  const { body } = await visitor.post('/api/library', { ...noFilters, ...filters, skip })
  return findPostmortemsEndpoint.answer.parse(body)
}
const titles = async (visitor: Visitor, filters: Partial<LibraryFilters> = {}) =>
  (await find(visitor, filters)).postmortems.map(({ title }) => title)

test('each word is looked for in title, services, reason, id and who took part, whatever its case and accents', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const tomas = await server.visitor('Tomás Vidal')
  const pool = await start(fay, { title: 'Der Größte Pool lief leer', services: ['Orders-DB'] })
  await start(fay, { title: 'Alert again', format: 'logEntry', reason: 'A drill of the pool team.' })
  await tomas.join(pool.postmortemId)
  await start(tomas, { title: 'Search fell behind' })

  expect(await titles(fay, { words: ' POOL ' })).toEqual(['Der Größte Pool lief leer', 'Alert again'])
  expect(await titles(fay, { words: 'pool größte' })).toEqual(['Der Größte Pool lief leer'])
  expect(await titles(fay, { words: 'grosste' })).toEqual([])
  expect(await titles(fay, { words: 'orders-db' })).toEqual(['Der Größte Pool lief leer'])
  expect(await titles(fay, { words: 'drill' })).toEqual(['Alert again'])
  expect(await titles(fay, { words: pool.postmortemId.toUpperCase() })).toEqual(['Der Größte Pool lief leer'])
  expect((await titles(fay, { words: 'tomas' })).sort()).toEqual([
    'Der Größte Pool lief leer',
    'Search fell behind',
  ])
  expect(await titles(fay, { words: '%' })).toEqual([])
})

test('a title that was changed since is found as it is now', async () => {
  const { member, sql } = await openWorkspace()
  const { postmortemId } = await start(member, { title: 'Pool ran dry' })
  sql(`UPDATE postmortems SET title = 'Queue overflowed' WHERE postmortem_id = ?`, postmortemId)
  expect(await titles(member, { words: 'pool' })).toEqual([])
  expect(await titles(member, { words: 'queue' })).toEqual(['Queue overflowed'])
})

test('values of one facet widen, facets narrow, and each counts what the others leave', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  await start(fay, { title: 'One', severity: 'SEV-1', services: ['checkout', 'search'] })
  await start(fay, { title: 'Two', severity: 'SEV-2', services: ['checkout'] })
  await start(fay, { title: 'Three', severity: 'SEV-3', services: ['search'], format: 'logEntry' })
  await start(fay, { title: 'Four', severity: null, services: [], format: 'async' })
  const both = await find(fay, { services: ['checkout', 'search'] })
  expect(both.total).toBe(3)
  const { facets, ...found } = await find(fay, { services: ['checkout'], severities: ['SEV-1', 'SEV-3'] })
  expect(found).toMatchObject({ total: 1, next: null, postmortems: [{ title: 'One' }] })
  expect(facets).toEqual({
    kinds: [{ value: 'toMeet', count: 1 }],
    severities: [
      { value: 'SEV-1', count: 1 },
      { value: 'SEV-2', count: 1 },
    ],
    services: [
      { value: 'search', count: 2 },
      { value: 'checkout', count: 1 },
    ],
  })
  expect(await titles(fay, { kinds: ['logEntry', 'async'] })).toEqual(['Four', 'Three'])
  const refused = await fay.post('/api/library', { ...noFilters, kinds: ['gossip'], skip: 0 })
  expect([refused.status, refused.body.reason]).toEqual([400, 'malformedRequest'])
})

test('what was met about says so from its first meeting on, and stands behind what is still to come', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const met = await start(fay, { title: 'Met', beganAt: 3_000 })
  await start(fay, { title: 'Old', beganAt: 1_000 })
  await start(fay, { title: 'New', beganAt: 2_000 })
  await start(fay, { title: 'Waived', beganAt: 4_000, format: 'none' })
  expect(await titles(fay)).toEqual(['Met', 'New', 'Old', 'Waived'])
  await fay.command(met.meetingId, { type: 'startMeeting' })
  expect(await titles(fay, { kinds: ['held'] })).toEqual(['Met'])
  await fay.command(met.meetingId, { type: 'endMeeting' })
  expect(await titles(fay)).toEqual(['New', 'Old', 'Waived', 'Met'])
  await fay.post(`/api/postmortems/${met.postmortemId}/meetings`, { stage: 'deepDive' })
  expect(await titles(fay, { kinds: ['held'] })).toEqual(['Met'])
  expect(await titles(fay)).toEqual(['Met', 'New', 'Old', 'Waived'])
})

test('thirty come at once, and the rest when asked for', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  for (let number = 0; number < 32; number++) await start(fay, { title: `Number ${number}`, beganAt: number })
  const first = await find(fay)
  expect([first.postmortems.length, first.total, first.next]).toEqual([30, 32, 30])
  const rest = await find(fay, {}, first.next ?? 0)
  expect(rest.postmortems.map(({ title }) => title)).toEqual(['Number 1', 'Number 0'])
  expect(rest.next).toBeNull()
})

test('what is restricted is neither found nor counted by whoever may not read it', async () => {
  const { member, admin, guest, outsider, restricted } = await openWorkspace()
  await restricted({ people: [admin] })
  const asked: Partial<LibraryFilters> = { words: 'customer data', severities: ['SEV-1'] }
  expect((await find(admin, asked)).total).toBe(1)
  const colleague = await find(member, { words: 'left the house' })
  expect(colleague.total).toBe(1)
  for (const other of [guest, outsider]) {
    const nothing = await find(other, asked)
    expect(nothing).toEqual({
      postmortems: [],
      total: 0,
      next: null,
      facets: { kinds: [], severities: [], services: [] },
    })
  }
  expect((await find(guest)).total).toBe(1)
})
