import { expect, test, vi } from 'vitest'
import { incidentOf } from '../../shared/content/contentDoc.ts'
import { describeIncident, type IncidentChange } from '../../shared/content/incident.ts'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import { type Circumstances, noCircumstances } from '../../shared/triage/facts.ts'
import type { PostmortemSummary } from '../../shared/wire/postmortems.ts'
import type { KnownCircumstances, Triage } from '../../shared/wire/triage.ts'
import { connectClient } from '../harness/connectClient.ts'
import { openWorkspace } from '../harness/openWorkspace.ts'
import { startTestServer, type TestServer, type Visitor } from '../harness/startTestServer.ts'

const began = Date.UTC(2026, 2, 9, 14, 18)

async function start(visitor: Visitor, title = 'Checkout slowed') {
  const { body } = await visitor.post('/api/postmortems', { title, severity: 'SEV-3' })
  return { postmortemId: body.postmortemId as PostmortemId, meetingId: body.meetingId as MeetingId } // the answer’s own shape
}

const summaryFor = async (visitor: Visitor, postmortemId: PostmortemId) =>
  (await visitor.get(`/api/postmortems/${postmortemId}`)).body.summary as PostmortemSummary | undefined // as above
const titlesFor = async (visitor: Visitor) =>
  ((await visitor.get('/api/postmortems')).body.postmortems as PostmortemSummary[]).map(({ title }) => title) // as above
const triageFor = async (visitor: Visitor, postmortemId: PostmortemId) =>
  (await visitor.get(`/api/postmortems/${postmortemId}/triage`)).body as unknown as {
    triages: Triage[]
    known: KnownCircumstances
  } // as above

async function editing(server: Pick<TestServer, 'address'>, visitor: Visitor, postmortemId: PostmortemId) {
  const { cookie } = visitor
  const client = connectClient({ address: server.address, postmortemId, headers: { cookie } })
  await vi.waitFor(() => expect(client.isSynced()).toBe(true))
  return client
}

async function describe(
  server: Pick<TestServer, 'address'>,
  visitor: Visitor,
  postmortemId: PostmortemId,
  change: IncidentChange,
) {
  const client = await editing(server, visitor, postmortemId)
  client.edit((doc) => describeIncident(doc, change, { by: 'person', personId: visitor.personId }))
  await client.barrier()
  client.close()
}

const say = async (visitor: Visitor, postmortemId: PostmortemId, said: Partial<Circumstances>) => {
  const { known } = await triageFor(visitor, postmortemId)
  return visitor.post(`/api/postmortems/${postmortemId}/circumstances`, {
    fromNumber: known.number,
    circumstances: { ...known.circumstances, ...said },
  })
}

test('what the document says of the incident stands in the list once it is stored', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const { postmortemId } = await start(fay)
  await describe(server, fay, postmortemId, {
    title: ' Checkout stood still ',
    severity: 'SEV-1',
    services: ['checkout-api', 'orders-db'],
    times: {
      started: { at: began, precision: 'minute' },
      resolved: { at: began + 60_000.5, precision: 'minute' },
    },
  })
  expect(await summaryFor(fay, postmortemId)).toMatchObject({
    title: 'Checkout stood still',
    severity: 'SEV-1',
    services: ['checkout-api', 'orders-db'],
    incidentStartedAt: began,
    resolvedAt: began + 60_001,
  })
  expect(await titlesFor(fay)).toEqual(['Checkout stood still'])
})

test('the list outlives whatever a stranger writes in place of the incident, and edits go on being stored', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const { postmortemId } = await start(fay)
  const client = await editing(server, fay, postmortemId)
  const broken = { title: ' ', severity: 'SEV-9', services: ['', 'a'.repeat(81), 'pool'], started: 'at two' }
  client.edit((doc) => {
    for (const [field, value] of Object.entries(broken)) incidentOf(doc).set(field, value)
  })
  await client.barrier()
  expect(await summaryFor(fay, postmortemId)).toMatchObject({
    title: 'Checkout slowed',
    severity: null,
    services: ['pool'],
    incidentStartedAt: null,
  })
  client.edit((doc) => incidentOf(doc).set('title', 7))
  await client.barrier()
  expect((await summaryFor(fay, postmortemId))?.title).toBe('Checkout slowed')
  client.close()
})

test('another severity asks anew, and does not override what was decided', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const { postmortemId } = await start(fay)
  const choose = (choice: object) => fay.post(`/api/postmortems/${postmortemId}/triage`, choice)
  const logEntry = { format: 'logEntry', minutes: 30, reason: 'It was a drill.' }
  expect((await choose(logEntry)).status).toBe(200)
  await describe(server, fay, postmortemId, {
    severity: 'SEV-1',
    times: {
      started: { at: began, precision: 'minute' },
      resolved: { at: began - 1, precision: 'minute' },
    },
  })
  await say(fay, postmortemId, { signals: ['surprise'] })
  const before = await triageFor(fay, postmortemId)
  expect(before.triages.map(({ format, facts }) => [format, facts.severity])).toEqual([['logEntry', 'SEV-3']])
  expect((await summaryFor(fay, postmortemId))?.format).toBe('logEntry')

  expect((await choose({ format: 'full', minutes: 90, reason: '' })).status).toBe(200)
  const [newest] = (await triageFor(fay, postmortemId)).triages
  expect(newest).toMatchObject({
    format: 'full',
    verdict: { format: 'full', minutes: 90 },
    facts: { severity: 'SEV-1', signals: ['surprise'], beganAt: began, resolvedAt: null },
  })
})

test('what it was like is said by colleagues who take part, and by nobody who has not read the last word', async () => {
  const server = await startTestServer()
  const [fay, noor, sam] = [
    await server.visitor('Fay'),
    await server.visitor('Noor'),
    await server.visitor('Sam'),
  ]
  const { postmortemId } = await start(fay)
  await sam.join(postmortemId, true)
  expect((await say(noor, postmortemId, { teams: 3 })).body.known).toEqual({
    number: 1,
    circumstances: { ...noCircumstances, teams: 3 },
  })
  const stale = { fromNumber: 0, circumstances: noCircumstances }
  const answer = await fay.post(`/api/postmortems/${postmortemId}/circumstances`, stale)
  expect([answer.status, answer.body.reason]).toEqual([409, 'circumstancesMovedOn'])
  expect((await say(sam, postmortemId, { teams: 4 })).body.reason).toBe('readsOnly')
  expect((await triageFor(fay, postmortemId)).known.circumstances.teams).toBe(3)

  const { guest, guestsPostmortem } = await openWorkspace()
  expect((await say(guest, guestsPostmortem, { teams: 3 })).body.reason).toBe('mayNotChooseFormat')
})

test('a sensitive side that is found later restricts it at once; taking it away opens nothing', async () => {
  const server = await startTestServer()
  const [fay, noor, sam] = [
    await server.visitor('Fay'),
    await server.visitor('Noor'),
    await server.visitor('Sam'),
  ]
  const { postmortemId } = await start(fay)
  await noor.join(postmortemId)
  const noors = await editing(server, noor, postmortemId)
  expect((await say(noor, postmortemId, { sensitivities: ['privacy'] })).body.reason).toBe(
    'mayNotChangeAccess',
  )
  expect((await triageFor(noor, postmortemId)).known.number).toBe(0)

  expect((await say(fay, postmortemId, { sensitivities: ['privacy'] })).body.isRestricted).toBe(true)
  await vi.waitFor(() => expect(noors.closes.length).toBeGreaterThan(0))
  for (const outsider of [noor, sam]) {
    expect((await outsider.get(`/api/postmortems/${postmortemId}`)).body.reason).toBe('noSuchMeeting')
    expect(await titlesFor(outsider)).toEqual([])
  }
  expect((await say(fay, postmortemId, { sensitivities: [] })).body.isRestricted).toBe(true)
  expect((await summaryFor(noor, postmortemId))?.title).toBeUndefined()
  noors.close()
})

test('whoever facilitates stays in when somebody else finds the sensitive side', async () => {
  const server = await startTestServer()
  const [fay, noor] = [await server.visitor('Fay'), await server.visitor('Noor')]
  const { postmortemId, meetingId } = await start(fay)
  await noor.join(postmortemId)
  await fay.command(meetingId, { type: 'handOverFacilitation', toPersonId: noor.personId })
  await say(fay, postmortemId, { sensitivities: ['legal'] })
  expect((await summaryFor(noor, postmortemId))?.isRestricted).toBe(true)
})

test('what was looked at and opened again stays open while something else is said of it', async () => {
  const server = await startTestServer()
  const [fay, noor] = [await server.visitor('Fay'), await server.visitor('Noor')]
  const { postmortemId } = await start(fay)
  await say(fay, postmortemId, { sensitivities: ['legal'] })
  const everybody = { isRestricted: false, personIds: [], teamIds: [] }
  await fay.post(`/api/postmortems/${postmortemId}/audience`, everybody)
  expect((await say(fay, postmortemId, { teams: 2 })).body.isRestricted).toBe(false)
  expect((await summaryFor(noor, postmortemId))?.isRestricted).toBe(false)
  expect((await say(fay, postmortemId, { sensitivities: ['legal', 'security'] })).body.isRestricted).toBe(
    true,
  )
})
