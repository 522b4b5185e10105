import { expect, test } from 'vitest'
import type { AccountSession } from '../../shared/wire/account.ts'
import { startTestServer, type TestServer } from '../harness/startTestServer.ts'

const password = 'four words in a row'
const email = 'fay@example.org'

const post = (address: string, path: string, body?: unknown, cookie?: string) =>
  fetch(address + path, {
    method: 'POST',
    headers: {
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const keyIn = (link: string | null) => link?.split('/').at(-1)

const setUp = (server: TestServer, given: object = {}) =>
  post(server.address, '/api/setup', {
    setupKey: keyIn(server.setUpLink),
    name: 'Fay',
    email,
    password,
    workspaceName: 'Payments',
    ...given,
  })

/** The owner, by the link of the terminal. */
async function setUpServer(variables: Record<string, string> = {}) {
  const server = await startTestServer({ variables })
  const owner = await server.visitorWith(cookieOf(await setUp(server)))
  return { server, owner }
}

async function invite({ server, owner }: Awaited<ReturnType<typeof setUpServer>>, invited: string) {
  const me = await owner.get('/api/me')
  const [workspace] = me.body.workspaces as { workspaceId: string }[] // the answer’s own shape
  const sent = await owner.post(`/api/workspaces/${workspace?.workspaceId}/invitations`, {
    email: invited,
    role: 'member',
  })
  const accept = (body: object, cookie?: string) =>
    post(server.address, `/api/invitations/${keyIn(String(sent.body.link))}/accept`, body, cookie)
  return { link: String(sent.body.link), accept }
}

test('the first to open the link of the terminal owns this Candor, and nobody after them', async () => {
  const server = await startTestServer()
  expect(server.setUpLink).toMatch(new RegExp(`^${server.address}/setup/[\\w-]{43}$`))
  expect(await (await fetch(`${server.address}/api/me`)).json()).toMatchObject({
    person: null,
    waysIn: { hasOwner: false, byMail: false, bySingleSignOn: null },
  })
  const wrong = await setUp(server, { setupKey: 'x'.repeat(43) })
  expect([wrong.status, await wrong.json()]).toMatchObject([404, { reason: 'noSuchSetup' }])
  const short = await setUp(server, { password: 'short' })
  expect([short.status, await short.json()]).toMatchObject([400, { details: [{ path: 'password' }] }])

  const [one, other] = await Promise.all([setUp(server), setUp(server, { email: 'mallory@example.org' })])
  expect([one.status, other.status].sort()).toEqual([200, 404])
  const owner = await server.visitorWith(cookieOf(one.ok ? one : other))
  expect((await owner.get('/api/me')).body).toMatchObject({
    person: { name: 'Fay' },
    workspaces: [{ name: 'Payments', role: 'owner' }],
    waysIn: { hasOwner: true },
  })
  expect((await setUp(server, { email: 'late@example.org' })).status).toBe(404)
})

test('who has an account comes back with e-mail and password, however the address is spelt, and with nothing less', async () => {
  const { server, owner } = await setUpServer()
  const signIn = (body: object) => post(server.address, '/api/sign-in', body)
  const wrong = await signIn({ email, password: 'four words in a tow' })
  const unknown = await signIn({ email: 'nobody@example.org', password })
  expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([401, []])
  expect(await unknown.json()).toEqual(await wrong.json())
  const back = await signIn({ email: ' Fay@Example.org', password })
  expect(await back.json()).toMatchObject({ person: { personId: owner.personId, name: 'Fay' } })
  expect(cookieOf(back)).not.toBe(owner.cookie)
})

test('an invitation makes a colleague once, with the address it was made for', async () => {
  const given = await setUpServer()
  const { server } = given
  const { link, accept } = await invite(given, 'noor@example.org')
  const read = await fetch(`${server.address}/api/invitations/${keyIn(link)}`)
  expect(await read.json()).toEqual({
    workspaceName: 'Payments',
    invitedBy: 'Fay',
    email: 'noor@example.org',
    role: 'member',
    hasAccount: false,
  })
  const accepted = await accept({ name: 'Noor', password })
  const noor = await server.visitorWith(cookieOf(accepted))
  expect((await noor.get('/api/me')).body.workspaces).toMatchObject([{ name: 'Payments', role: 'member' }])
  expect(await (await accept({ name: 'Mallory', password: null })).json()).toMatchObject({
    reason: 'noSuchInvitation',
  })
  expect((await post(server.address, '/api/sign-in', { email: 'noor@example.org', password })).status).toBe(
    200,
  )
})

test('an invitation to an address somebody has is theirs only', async () => {
  const given = await setUpServer()
  const { server } = given
  const noor = await server.visitor('Noor')
  const other = await server.visitor('Sam')
  const me = await noor.get('/api/account')
  const [workspace] = (await noor.get('/api/me')).body.workspaces as { workspaceId: string }[] // its own shape
  await noor.post(`/api/workspaces/${workspace?.workspaceId}/people/${noor.personId}/remove`, undefined)
  const { accept } = await invite(given, String(me.body.email))
  const asNobody = await accept({ name: 'Mallory', password: null })
  expect(await asNobody.json()).toMatchObject({ reason: 'signInFirst' })
  expect(await (await accept({ name: 'Sam', password: null }, other.cookie)).json()).toMatchObject({
    reason: 'invitationIsForAnother',
  })
  const answer = await accept({ name: 'Noor', password: null }, noor.cookie)
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []])
})

test('one sees one’s sessions, ends them one by one or all others, and a changed password ends them too', async () => {
  const { server, owner } = await setUpServer()
  const again = async () =>
    server.visitorWith(cookieOf(await post(server.address, '/api/sign-in', { email, password })))
  const [phone, tablet] = [await again(), await again()]
  const listed = async () => (await owner.get('/api/account')).body.sessions as AccountSession[] // its own shape
  const sessions = await listed()
  expect(sessions.map(({ isThis }) => isThis).filter(Boolean)).toHaveLength(1)
  expect(sessions).toHaveLength(3)

  const phoneSessions = (await phone.get('/api/account')).body.sessions as AccountSession[] // its own shape
  const phoneId = phoneSessions.find(({ isThis }) => isThis)?.sessionId
  expect((await owner.post(`/api/account/sessions/${phoneId}/end`, undefined)).status).toBe(200)
  expect((await phone.get('/api/account')).status).toBe(401)
  expect((await owner.post(`/api/account/sessions/${phoneId}/end`, undefined)).status).toBe(404)
  const stranger = await server.visitor('Sam')
  const tabletId = (await listed()).find(({ isThis }) => !isThis)?.sessionId
  expect((await stranger.post(`/api/account/sessions/${tabletId}/end`, undefined)).status).toBe(404)

  const change = (body: object) => owner.post('/api/account/password', body)
  expect((await change({ current: 'wrong', next: 'five other words in a row' })).body.reason).toBe(
    'wrongPassword',
  )
  expect((await change({ current: null, next: 'five other words in a row' })).body.reason).toBe(
    'wrongPassword',
  )
  expect((await change({ current: password, next: 'five other words in a row' })).status).toBe(200)
  expect((await tablet.get('/api/account')).status).toBe(401)
  expect(await listed()).toHaveLength(1)
  expect((await post(server.address, '/api/sign-in', { email, password })).status).toBe(401)
})

test('signing out ends the session, not only the cookie', async () => {
  const { owner } = await setUpServer()
  expect((await owner.post('/api/sign-out', undefined)).status).toBe(200)
  expect((await owner.get('/api/account')).status).toBe(401)
})
