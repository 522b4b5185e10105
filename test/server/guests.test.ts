import { expect, test, vi } from 'vitest'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import { memberOf } from '../../shared/meeting/meeting.ts'
import { readAccessEndpoint } from '../../shared/wire/access.ts'
import { whoAmIEndpoint } from '../../shared/wire/people.ts'
import { openPostmortemEndpoint } from '../../shared/wire/postmortems.ts'
import { askServer } from '../harness/askServer.ts'
import { type Client, connectClient } from '../harness/connectClient.ts'
import { comeAsGuest, makeGuestLink } from '../harness/guests.ts'
import {
  startedPostmortem,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../harness/startTestServer.ts'

const HOUR = 3_600_000

/** Fay facilitates, Noor takes part; the clock is where `pass` has moved it. */
async function openHouse() {
  let now = Date.UTC(2026, 2, 10, 10)
  const server = await startTestServer({ clock: () => now })
  const fay = await server.visitor('Fay')
  const noor = await server.visitor('Noor')
  const ids = await startedPostmortem(fay)
  await noor.join(ids.postmortemId)
  const path = `/api/postmortems/${ids.postmortemId}`
  return {
    server,
    fay,
    noor,
    ...ids,
    path,
    pass: (ms: number) => {
      now += ms
    },
    access: ({ cookie }: Visitor) =>
      askServer({ address: server.address, cookie }, readAccessEndpoint, {
        params: { postmortemId: ids.postmortemId },
      }),
    restrict: (personIds: string[] = []) =>
      fay.post(`${path}/audience`, { isRestricted: true, personIds, teamIds: [] }),
    openStage: async () => `Stage ${await server.stageKey(fay, ids.postmortemId)}`,
    connect: (who: Visitor) =>
      connectClient({
        address: server.address,
        postmortemId: ids.postmortemId,
        headers: { cookie: who.cookie },
      }),
  }
}

const visitsOf = async ({ address }: TestServer, { cookie }: Visitor) =>
  (await askServer({ address, cookie }, whoAmIEndpoint)).visits

const guestNews = ({ heard }: Client) => heard.filter(({ type }) => type === 'guestsChanged').length

test('what a guest sees before coming in says who invites, and nothing of the incident', async () => {
  const { server, fay, postmortemId } = await openHouse()
  const { key } = await makeGuestLink(server, fay, postmortemId, { role: 'commenter', hasLobby: true })
  const answer = await (await fetch(`${server.address}/api/guest-links/${key}`)).json()
  expect(answer).toEqual({
    invitedBy: 'Fay',
    workspaceName: expect.any(String),
    role: 'commenter',
    hasLobby: true,
    expiresAt: Date.UTC(2026, 2, 10, 12),
  })
})

test('a guest reads the one meeting they were invited to, in the role of the link, and nothing else of the workspace', async () => {
  const { server, fay, noor, postmortemId, meetingId, path } = await openHouse()
  const other = await startedPostmortem(noor)
  const { key } = await makeGuestLink(server, fay, postmortemId, { role: 'commenter' })
  const gus = await comeAsGuest(server, key, 'Gus')
  expect(gus.state).toBe('admitted')
  await gus.join(postmortemId)
  const { snapshot } = (await gus.get(path)).body as {
    snapshot: { meeting: { members: { name: string; role: string }[] } }
  } // the answer’s own shape
  expect(snapshot.meeting.members.at(-1)).toMatchObject({ name: 'Gus', role: 'commenter' })
  const list = (await gus.get('/api/postmortems')).body.postmortems as { postmortemId: string }[] // as above
  expect(list.map((summary) => summary.postmortemId)).toEqual([postmortemId])
  expect((await gus.get(`/api/postmortems/${other.postmortemId}`)).body.reason).toBe('noSuchMeeting')
  expect((await gus.post('/api/postmortems', { title: 'Mine', severity: null })).body.reason).toBe(
    'onlyColleagues',
  )
  expect((await gus.post(`${path}/stage`, undefined)).body.reason).toBe('mayNotChangeAccess')
  expect((await gus.command(meetingId, { type: 'startMeeting' })).body.reason).toBe('notFacilitator')
})

test('whoever may read it already comes by a guest link as who they are, and is no guest', async () => {
  const { server, fay, noor, postmortemId, access } = await openHouse()
  const { key } = await makeGuestLink(server, fay, postmortemId, { hasLobby: true })
  const { body } = await noor.post(`/api/guest-links/${key}/enter`, { name: 'Somebody else' })
  expect(body).toEqual({
    person: { personId: noor.personId, name: 'Noor' },
    postmortemId,
    state: 'admitted',
  })
  expect((await access(fay)).guests).toEqual([])
})

test('a guest keeps the role they were given while the link lasts, and takes that of the next link they come by', async () => {
  const { server, fay, postmortemId, meetingId, path } = await openHouse()
  const first = await makeGuestLink(server, fay, postmortemId, { role: 'participant' })
  const gus = await comeAsGuest(server, first.key, 'Gus')
  await gus.join(postmortemId)
  const roleOfGus = async () => {
    const params = { postmortemId }
    const asking = { address: server.address, cookie: fay.cookie }
    const { snapshot } = await askServer(asking, openPostmortemEndpoint, { params })
    return memberOf(snapshot.meeting, gus.personId)?.role
  }
  await fay.command(meetingId, { type: 'assignRole', personId: gus.personId, role: 'notetaker' })
  await gus.post(`/api/guest-links/${first.key}/enter`, { name: 'Gus' })
  await gus.join(postmortemId)
  expect(await roleOfGus()).toBe('notetaker')

  await fay.post(`${path}/guest-links/${first.guestLinkId}/revoke`, undefined)
  const next = await makeGuestLink(server, fay, postmortemId, { role: 'observer' })
  await gus.post(`/api/guest-links/${next.key}/enter`, { name: 'Gus' })
  expect(await roleOfGus()).toBe('observer')
})

test('in the lobby nobody hears anything; let in by hand they read, asked to leave they do not come back', async () => {
  const { server, fay, postmortemId, path, access } = await openHouse()
  const { key } = await makeGuestLink(server, fay, postmortemId, { hasLobby: true })
  const gus = await comeAsGuest(server, key, 'Gus')
  expect([gus.state, (await gus.get(path)).body.reason]).toEqual(['waiting', 'noSuchMeeting'])
  expect((await access(fay)).guests).toMatchObject([{ name: 'Gus', state: 'waiting' }])
  expect(await visitsOf(server, gus)).toMatchObject([{ postmortemId, state: 'waiting' }])

  await fay.post(`${path}/guests/${gus.personId}/admit`, undefined)
  expect((await gus.get(path)).status).toBe(200)
  await fay.post(`${path}/guests/${gus.personId}/revoke`, undefined)
  expect((await gus.get(path)).body.reason).toBe('noSuchMeeting')
  const again = await gus.post(`/api/guest-links/${key}/enter`, { name: 'Gus' })
  expect(again.body).toMatchObject({ state: 'over', person: { personId: gus.personId } })
  expect((await gus.get(path)).body.reason).toBe('noSuchMeeting')
})

test('an unknown, an expired and a revoked link give the same answer', async () => {
  const { server, fay, postmortemId, path, pass } = await openHouse()
  const short = await makeGuestLink(server, fay, postmortemId, { hours: 1 })
  const revoked = await makeGuestLink(server, fay, postmortemId, { hours: 9 })
  await fay.post(`${path}/guest-links/${revoked.guestLinkId}/revoke`, undefined)
  pass(HOUR)
  const stranger = await server.visitor('Stranger')
  for (const key of ['x'.repeat(43), short.key, revoked.key]) {
    const answers = [
      await stranger.get(`/api/guest-links/${key}`),
      await stranger.post(`/api/guest-links/${key}/enter`, { name: 'Gus' }),
    ]
    expect(answers.map(({ status, body }) => [status, body.reason])).toEqual([
      [404, 'noSuchGuestLink'],
      [404, 'noSuchGuestLink'],
    ])
  }
  expect((await fay.post(`${path}/guest-links/${revoked.guestLinkId}/revoke`, undefined)).body.reason).toBe(
    'noSuchGuestLink',
  )
  expect((await fay.post(`${path}/guests/${stranger.personId}/admit`, undefined)).body.reason).toBe(
    'noSuchGuest',
  )
})

test('a guest whose link is over cannot be let in any more', async () => {
  const { server, fay, postmortemId, path, pass } = await openHouse()
  const { key } = await makeGuestLink(server, fay, postmortemId, { hours: 1, hasLobby: true })
  const gus = await comeAsGuest(server, key, 'Gus')
  pass(HOUR)
  expect((await fay.post(`${path}/guests/${gus.personId}/admit`, undefined)).body.reason).toBe(
    'guestLinkIsOver',
  )
  expect(await visitsOf(server, gus)).toMatchObject([{ state: 'over' }])
})

test('who may read is changed by facilitator, backup, maker, owner and admin, and by no one else', async () => {
  const house = await openHouse()
  const { server, fay, noor, meetingId, postmortemId, path, access } = house
  const owner = await server.owner()
  const { key } = await makeGuestLink(server, fay, postmortemId)
  const gus = await comeAsGuest(server, key, 'Gus')
  await gus.join(postmortemId)
  const screen = { authorization: await house.openStage() }
  const changes = [
    [`${path}/audience`, { isRestricted: false, personIds: [], teamIds: [] }],
    [`${path}/guest-links`, { role: 'observer', hours: 1, hasLobby: true }],
    [`${path}/guest-links/none/revoke`, undefined],
    [`${path}/guests/none/admit`, undefined],
    [`${path}/guests/none/revoke`, undefined],
    [`${path}/stage/close`, undefined],
  ] as const
  const reasons = async (who: Visitor, headers = {}) => [
    ...new Set(
      await Promise.all(
        changes.map(async ([at, body]) => (await who.post(at, body, headers)).body.reason ?? 'done'),
      ),
    ),
  ]
  expect(await reasons(noor)).toEqual(['mayNotChangeAccess'])
  expect(await reasons(gus)).toEqual(['mayNotChangeAccess'])
  expect(await reasons(noor, screen)).toEqual(['readsOnly'])
  for (const who of [fay, owner])
    expect(await reasons(who)).toEqual(['done', 'noSuchGuestLink', 'noSuchGuest'])
  await fay.command(meetingId, { type: 'assignRole', personId: noor.personId, role: 'backupFacilitator' })
  expect(await reasons(noor)).toEqual(['done', 'noSuchGuestLink', 'noSuchGuest'])
  await fay.command(meetingId, { type: 'handOverFacilitation', toPersonId: gus.personId })
  expect(await reasons(gus)).toEqual(['mayNotChangeAccess'])
  expect([(await access(noor)).mayChange, (await access(gus)).mayChange]).toEqual([true, false])
})

test('whoever reads sees who else does; a guest sees only whether everybody may', async () => {
  const { server, fay, noor, postmortemId, access, restrict } = await openHouse()
  await restrict([noor.personId])
  const { key } = await makeGuestLink(server, fay, postmortemId)
  const gus = await comeAsGuest(server, key, 'Gus')
  await fay.post(`/api/postmortems/${postmortemId}/guests/${gus.personId}/admit`, undefined)
  const personIds = [fay.personId, noor.personId].sort()
  const nothing = { mayChange: false, people: [], teams: [], guestLinks: [], guests: [], sharedScreens: 0 }
  expect(await access(noor)).toEqual({ ...nothing, audience: { isRestricted: true, personIds, teamIds: [] } })
  expect(await access(gus)).toEqual({
    ...nothing,
    audience: { isRestricted: true, personIds: [], teamIds: [] },
  })
  const seen = await access(fay)
  expect(seen.people.map(({ name }) => name).sort()).toEqual(expect.arrayContaining(['Fay', 'Noor']))
  expect(JSON.stringify((await fay.get(`/api/postmortems/${postmortemId}/access`)).body)).not.toContain('@')
  expect(seen.guestLinks).toMatchObject([{ role: 'participant', hasLobby: true, madeBy: 'Fay' }])
})

test('closing the shared screens makes every key to them open nothing', async () => {
  const { server, fay, path, access, openStage } = await openHouse()
  const screens = [await openStage(), await openStage()]
  expect((await access(fay)).sharedScreens).toBe(2)
  await fay.post(`${path}/stage/close`, undefined)
  expect((await access(fay)).sharedScreens).toBe(0)
  for (const authorization of screens) {
    const answer = await fetch(`${server.address}/api/stage`, { headers: { authorization } })
    expect(answer.status).toBe(404)
  }
})

test('whoever only watches opens no shared screen for others', async () => {
  const { server, postmortemId, path } = await openHouse()
  const olu = await server.visitor('Olu')
  await olu.join(postmortemId, true)
  expect((await olu.post(`${path}/stage`, undefined)).body.reason).toBe('readsOnly')
})

test('only those who may let guests in hear that one came, was let in or was asked to leave', async () => {
  const { server, fay, noor, postmortemId, path, connect } = await openHouse()
  const { key } = await makeGuestLink(server, fay, postmortemId)
  const ann = await comeAsGuest(server, key, 'Ann')
  await ann.join(postmortemId)
  const [fays, noors, anns] = [connect(fay), connect(noor), connect(ann)]
  await vi.waitFor(() => expect([fays, noors, anns].every((client) => client.isSynced())).toBe(true))

  const lobby = await makeGuestLink(server, fay, postmortemId, { hasLobby: true })
  const gus = await comeAsGuest(server, lobby.key, 'Gus')
  await vi.waitFor(() => expect(guestNews(fays)).toBe(1))
  await fay.post(`${path}/guests/${gus.personId}/admit`, undefined)
  await vi.waitFor(() => expect(guestNews(fays)).toBe(2))
  await fay.post(`${path}/guests/${gus.personId}/revoke`, undefined)
  await vi.waitFor(() => expect(guestNews(fays)).toBe(3))
  fays.edit((doc) => summaryOf(doc).insert(0, 'Afterwards'))
  await vi.waitFor(() => {
    for (const { doc } of [noors, anns]) expect(summaryOf(doc).toString()).toBe('Afterwards')
  })
  expect([guestNews(noors), guestNews(anns)]).toEqual([0, 0])
  for (const client of [fays, noors, anns]) client.close()
})

test('newcomers from one address are counted, whether by a guest or by anybody', async () => {
  const server = await startTestServer({ variables: { LIMIT_NAMES_PER_TEN_MINUTES: '3' } })
  const fay = await server.visitor('Fay')
  const { postmortemId } = await startedPostmortem(fay)
  const { key } = await makeGuestLink(server, fay, postmortemId)
  await comeAsGuest(server, key, 'Gus')
  await comeAsGuest(server, key, 'Gil')
  await expect(comeAsGuest(server, key, 'Ann')).rejects.toThrow('tooManyAttempts')
})
