import { expect, test, vi } from 'vitest'
import { readIncident } from '../../shared/content/incident.ts'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import type { PostmortemSummary } from '../../shared/wire/postmortems.ts'
import type { Triage } from '../../shared/wire/triage.ts'
import { connectClient } from '../harness/connectClient.ts'
import { openWorkspace } from '../harness/openWorkspace.ts'
import { type Reply, startTestServer, type Visitor } from '../harness/startTestServer.ts'

const began = Date.UTC(2026, 2, 9, 14, 18)
const resolved = Date.UTC(2026, 2, 9, 15, 5)
const known = {
  services: ['checkout-api'],
  beganAt: began,
  noticedAt: null,
  resolvedAt: resolved,
  teams: null,
  causeKnown: null,
  isFollowUpObvious: null,
  signals: [] as string[],
  lowerings: [] as string[],
  sensitivities: [] as string[],
}
type Asked = {
  severity?: string | null
  facts?: Partial<typeof known>
  choice?: Record<string, unknown>
  zone?: string
}

const start = (visitor: Visitor, { severity = 'SEV-2', facts, choice, zone = 'Europe/Berlin' }: Asked = {}) =>
  visitor.post('/api/postmortems', {
    title: 'Checkout slowed',
    severity,
    triage: {
      facts: { ...known, ...facts },
      zone,
      format: 'short',
      minutes: 30,
      reason: '',
      ...choice,
    },
  })
const waive = (visitor: Visitor, asked: Asked = {}) =>
  start(visitor, {
    ...asked,
    facts: { lowerings: ['knownIssue'], ...asked.facts },
    choice: { format: 'logEntry', ...asked.choice },
  })
const idOf = ({ body }: Reply) => body.postmortemId as PostmortemId // the answer’s own shape
const opened = async (visitor: Visitor, postmortemId: PostmortemId) =>
  (await visitor.get(`/api/postmortems/${postmortemId}`)).body as unknown as {
    summary: PostmortemSummary
    snapshot: MeetingSnapshot
  } // as above
const triagesOf = async (visitor: Visitor, postmortemId: PostmortemId) =>
  (await visitor.get(`/api/postmortems/${postmortemId}/triage`)).body.triages as Triage[] // as above

test('facts, what was suggested and what was decided are kept with who decided and when', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const id = idOf(
    await start(fay, { facts: { signals: ['surprise'] }, choice: { format: 'full', minutes: 60 } }),
  )
  expect(await triagesOf(fay, id)).toEqual([
    {
      facts: { ...known, severity: 'SEV-2', signals: ['surprise'] },
      verdict: expect.objectContaining({ format: 'full', minutes: 60 }),
      format: 'full',
      minutes: 60,
      reason: '',
      by: { personId: fay.personId, name: 'Fay' },
      at: Date.UTC(2026, 2, 10, 10),
    },
  ])
  const { summary } = await opened(fay, id)
  expect(summary).toMatchObject({
    format: 'full',
    services: ['checkout-api'],
    incidentStartedAt: began,
    resolvedAt: resolved,
    waiver: null,
    metAt: null,
  })
})

test('the facts are where the meeting writes: times and services, in the zone they were told in', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const postmortemId = idOf(await start(fay))
  const client = connectClient({ address: server.address, postmortemId, headers: { cookie: fay.cookie } })
  await vi.waitFor(() =>
    expect(readIncident(client.doc)).toMatchObject({
      services: ['checkout-api'],
      zone: 'Europe/Berlin',
      times: { started: { at: began }, resolved: { at: resolved, precision: 'minute' } },
    }),
  )
  client.close()
})

test.each([
  [30, 30],
  [60, 60],
  [90, 90],
  [120, 120],
])('a meeting of %i minutes gets an agenda of %i', async (minutes, planned) => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const id = idOf(await start(fay, { severity: 'SEV-1', choice: { format: 'full', minutes } }))
  const { agenda } = (await opened(fay, id)).snapshot.meeting
  expect(agenda.reduce((sum, item) => sum + item.plannedMinutes, 0)).toBe(planned)
})

test('leaving what is suggested takes a reason, and nothing is started without it', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const override = { format: 'full', minutes: 60 }
  for (const reason of ['', '   '])
    expect((await start(fay, { choice: { ...override, reason } })).body.reason).toBe('reasonNeeded')
  expect((await start(fay, { severity: null, choice: { format: 'logEntry' } })).body.reason).toBe(
    'reasonNeeded',
  )
  expect((await fay.get('/api/postmortems')).body.postmortems).toEqual([])
  const id = idOf(await start(fay, { choice: { ...override, reason: ' The board asked. ' } }))
  expect((await triagesOf(fay, id))[0]).toMatchObject({
    verdict: { format: 'short' },
    format: 'full',
    reason: 'The board asked.',
  })
})

test.each([
  [{ facts: { resolvedAt: began - 1 } }],
  [{ facts: { signals: ['gossip'] } }],
  [{ zone: 'Mars/Olympus' }],
  [{ choice: { minutes: 45 } }],
  [{ choice: { format: 'party' } }],
  [{ facts: { services: Array<string>(21).fill('a') } }],
] as Asked[][])('what cannot be is refused: %j', async (asked) => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const answer = await start(fay, asked)
  expect([answer.status, answer.body.reason]).toEqual([400, 'malformedRequest'])
})

test.each(['security', 'privacy', 'legal', 'compliance', 'customerTrust'])(
  'a %s matter is restricted from the first save, whatever else was asked',
  async (sensitivity) => {
    const { member, admin } = await openWorkspace()
    const id = idOf(
      await start(member, {
        facts: { sensitivities: [sensitivity] },
        choice: { format: 'full', minutes: 60 },
      }),
    )
    expect((await opened(member, id)).summary.isRestricted).toBe(true)
    for (const path of ['', '/triage'])
      expect((await admin.get(`/api/postmortems/${id}${path}`)).body.reason).toBe('noSuchMeeting')
  },
)

test('what is waived stays in the list with its reason, and can be reviewed after all', async () => {
  const server = await startTestServer()
  const [fay, noor] = [await server.visitor('Fay'), await server.visitor('Noor')]
  const id = idOf(await waive(fay))
  const waiver = (await opened(noor, id)).summary.waiver
  expect(waiver).toEqual({
    reason: 'The same issue is known, and its fix is under way.',
    at: Date.UTC(2026, 2, 10, 10),
  })
  const choose = (body: unknown) => noor.post(`/api/postmortems/${id}/triage`, body)
  const review = { format: 'full', minutes: 90 }
  expect((await choose({ ...review, reason: '' })).body.reason).toBe('reasonNeeded')
  expect((await choose({ ...review, reason: 'It happened again.' })).status).toBe(200)
  const { summary, snapshot } = await opened(fay, id)
  expect(summary).toMatchObject({ format: 'full', waiver: null })
  expect(snapshot.meeting.agenda.reduce((sum, item) => sum + item.plannedMinutes, 0)).toBe(90)
  expect((await triagesOf(fay, id)).map(({ format, by }) => [format, by?.name])).toEqual([
    ['full', 'Noor'],
    ['logEntry', 'Fay'],
  ])
})

test('how it is reviewed is not decided any more once the meeting has begun', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const { body } = await start(fay)
  await fay.command(body.meetingId as MeetingId, { type: 'startMeeting' }) // the answer’s own shape
  const choice = { format: 'logEntry', minutes: 30, reason: 'No need.' }
  const id = body.postmortemId as PostmortemId // as above
  expect((await fay.post(`/api/postmortems/${id}/triage`, choice)).body.reason).toBe('meetingAlreadyStarted')
  expect((await opened(fay, id)).summary.metAt).toBe(Date.UTC(2026, 2, 10, 10))
})

test('a guest does not decide how it is reviewed', async () => {
  const { guest, guestsPostmortem } = await openWorkspace()
  const choice = { format: 'logEntry', minutes: 30, reason: 'No need.' }
  expect((await guest.post(`/api/postmortems/${guestsPostmortem}/triage`, choice)).body.reason).toBe(
    'mayNotChooseFormat',
  )
})

test('the third waiver for a service in 90 days says so', async () => {
  let now = Date.UTC(2026, 0, 1)
  const server = await startTestServer({ clock: () => now })
  const fay = await server.visitor('Fay')
  const repeated = async (services: string[]) =>
    (await waive(fay, { facts: { services } })).body.repeatedlyWaived
  expect(await repeated(['checkout-api'])).toEqual([])
  now += 89 * 86_400_000
  expect(await repeated(['checkout-api', 'search'])).toEqual([])
  expect(await repeated(['Checkout-API'])).toEqual(['Checkout-API'])
  now += 2 * 86_400_000
  expect(await repeated(['search'])).toEqual([])
  expect((await start(fay)).body.repeatedlyWaived).toEqual([])
})

test('a restricted waiver counts for nothing to whoever may not read it', async () => {
  const { member, admin } = await openWorkspace()
  const restricted = { facts: { sensitivities: ['legal'] }, choice: { reason: 'Handled elsewhere.' } }
  await waive(member, restricted)
  await waive(member)
  expect((await waive(admin)).body.repeatedlyWaived).toEqual([])
  expect((await waive(member)).body.repeatedlyWaived).toEqual(['checkout-api'])
})
