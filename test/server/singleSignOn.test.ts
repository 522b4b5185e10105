import { createServer } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { createSeal } from '../../server/createSeal.ts'
import { parseEnv } from '../../server/env.ts'
import { listen } from '../../server/http/listen.ts'
import { createAttemptCookie } from '../../server/single-sign-on/attemptCookie.ts'
import { ownPath } from '../../server/single-sign-on/ownPath.ts'
import { singleSignOnSettingsIn } from '../../server/single-sign-on/singleSignOnSettingsIn.ts'
import { singleSignOnPath, singleSignOnReturnPath } from '../../shared/wire/signIn.ts'
import { inviteEndpoint } from '../../shared/wire/workspaces.ts'
import { askServer } from '../harness/askServer.ts'
import { openRedirectFollower } from '../harness/followRedirects.ts'
import { type Claims, startIdentityProvider } from '../harness/startIdentityProvider.ts'
import { startTestServer } from '../harness/startTestServer.ts'

const publicUrl = 'https://candor.example.org'
const returnAddress = publicUrl + singleSignOnReturnPath
const noAccount = `${publicUrl}/?signIn=noAccount`
const failed = `${publicUrl}/?signIn=singleSignOnFailed`
const setOut = `${singleSignOnPath}?to=/p/checkout`
const arrived = `${publicUrl}/p/checkout`

type Provided = Parameters<typeof startIdentityProvider>[0]['configuration']

async function openCandor({
  variables = {},
  configuration = {},
}: {
  variables?: Record<string, string>
  configuration?: Provided
} = {}) {
  const provider = await startIdentityProvider({ returnAddress, ...(configuration && { configuration }) })
  const server = await startTestServer({
    variables: { PUBLIC_URL: publicUrl, ...provider.variables, ...variables },
  })
  const owner = await server.owner()
  const browser = () => openRedirectFollower({ publicUrl, address: server.address })
  const invite = async (email: string, role = 'member') => {
    const me = await owner.get('/api/me')
    const [workspace] = me.body.workspaces as { workspaceId: string }[] // the answer’s own shape
    const params = { workspaceId: workspace?.workspaceId ?? '' }
    const asking = { address: server.address, cookie: owner.cookie }
    await askServer(asking, inviteEndpoint, { params, body: { email, role } })
  }
  /** A new browser, with this person in front of it, all the way. */
  const comesIn = async (subject: string, claims?: Claims) => {
    provider.signsIn(subject, claims)
    const own = browser()
    const { url } = await own.go(setOut)
    return { url: url.href, ...(await whoIs(server.address, sessionOf(own))) }
  }
  const audit = () => {
    using database = new DatabaseSync(join(server.dataDir, 'candor.db'), { readOnly: true })
    const sql =
      'SELECT action, subject, name FROM audit_entries JOIN people USING (person_id) ORDER BY number'
    return database.prepare(sql).all()
  }
  const emailOf = async (name: string) =>
    String((await (await server.visitor(name)).get('/api/account')).body.email)
  return { provider, server, owner, browser, invite, comesIn, audit, emailOf }
}

const sessionOf = ({ cookies }: ReturnType<typeof openRedirectFollower>) =>
  cookies.get(publicUrl)?.get('candor_session') ?? null

async function whoIs(address: string, session: string | null) {
  const cookie = session === null ? {} : { cookie: `candor_session=${session}` }
  const me = await (await fetch(`${address}/api/me`, { headers: cookie })).json()
  return { person: me.person, workspaces: me.workspaces }
}

test('an invited person comes in by single sign-on, with the name and the role that were meant, and lands where they wanted to', async () => {
  const { provider, invite, comesIn, audit } = await openCandor()
  await invite('noor@example.org', 'admin')
  const noor = await comesIn('n-1', { email: 'Noor@Example.org', email_verified: true, name: 'Noor Haddad' })
  expect(noor).toMatchObject({
    url: arrived,
    person: { name: 'Noor Haddad' },
    workspaces: [{ name: 'Our team', role: 'admin' }],
  })
  expect(provider.secretsIn).toEqual(['header'])
  expect(audit().slice(-2)).toEqual([
    { action: 'invitationAccepted', subject: 'noor@example.org: admin', name: 'Noor Haddad' },
    { action: 'signedIn', subject: 'single sign-on', name: 'Noor Haddad' },
  ])
  // The invitation is used up, and it is the subject that counts from now on.
  const again = await comesIn('n-1')
  expect(again.person).toEqual(noor.person)
  expect(await comesIn('n-2', { email: 'noor@example.org', email_verified: true })).toMatchObject({
    url: noAccount,
    person: null,
  })
})

test('whoever has an account is linked by the address the provider has verified, and stays so when it changes there', async () => {
  const { server, comesIn, emailOf, provider } = await openCandor()
  const email = await emailOf('Sam')
  const other = await emailOf('Kim')
  const sam = await comesIn('s-1', { email, email_verified: true, name: 'Another name' })
  expect(sam).toMatchObject({ url: arrived, person: { name: 'Sam' }, workspaces: [{ role: 'member' }] })
  provider.people.set('s-1', { email: other, email_verified: true })
  expect((await comesIn('s-1')).person).toEqual(sam.person)
  provider.people.set('s-1', {})
  expect((await comesIn('s-1')).person).toEqual(sam.person)
  expect(server.logged.map(({ msg }) => msg)).not.toContain('single sign-on failed')
})

test('with another provider the verified address finds the account again', async () => {
  const before = await openCandor()
  const claims = { email: await before.emailOf('Sam'), email_verified: true }
  const sam = await before.comesIn('s-1', claims)
  await before.server.close()
  const provider = await startIdentityProvider({ returnAddress })
  provider.signsIn('another-subject', claims)
  const { address } = await startTestServer({
    dataDir: before.server.dataDir,
    variables: { PUBLIC_URL: publicUrl, ...provider.variables },
  })
  const browser = openRedirectFollower({ publicUrl, address })
  expect((await browser.go(setOut)).url.href).toBe(arrived)
  expect((await whoIs(address, sessionOf(browser))).person).toEqual(sam.person)
})

test.each([
  ['not verified', { email_verified: false }],
  ['of which nothing is said', {}],
  ['verified in words only', { email_verified: 'true' }],
])('an address that is %s leads to no account and no invitation', async (_how, claims) => {
  const { comesIn, emailOf, invite } = await openCandor({ variables: { OIDC_JOIN: 'everyone' } })
  const email = await emailOf('Sam')
  await invite('noor@example.org')
  for (const claimed of [email, 'noor@example.org', 'eve@example.org'])
    expect(await comesIn(`e-${claimed}`, { email: claimed, ...claims })).toMatchObject({
      url: noAccount,
      person: null,
    })
})

test('an address that only looks like that of an account in small letters is another one', async () => {
  const { comesIn, invite } = await openCandor()
  await invite('kim@example.org')
  const kelvin = '\u212Aim@example.org'
  expect(kelvin.toLowerCase()).toBe('kim@example.org')
  expect((await comesIn('k-1', { email: kelvin, email_verified: true })).url).toBe(noAccount)
})

test('whoever was not invited stays out, and comes into the first workspace where everyone may, once there is an owner', async () => {
  const eve = { email: 'eve@example.org', email_verified: true, name: '\u202E' }
  const closed = await openCandor()
  expect(await closed.comesIn('e-1', eve)).toMatchObject({ url: noAccount, person: null })

  const open = await openCandor({ variables: { OIDC_JOIN: 'everyone' } })
  expect(await open.comesIn('e-1', eve)).toMatchObject({
    url: arrived,
    person: { name: 'eve' },
    workspaces: [{ name: 'Our team', role: 'member' }],
  })
  expect(open.audit().map(({ action }) => action)).toEqual(['workspaceJoined', 'signedIn'])

  const provider = await startIdentityProvider({ returnAddress })
  const variables = { PUBLIC_URL: publicUrl, ...provider.variables, OIDC_JOIN: 'everyone' }
  const { address } = await startTestServer({ variables })
  provider.signsIn('e-1', eve)
  expect((await openRedirectFollower({ publicUrl, address }).go(setOut)).url.href).toBe(noAccount)
})

test('a provider that puts the address into the ID token is understood too, and so is one that takes the secret in the body only', async () => {
  const { provider, comesIn, emailOf } = await openCandor({
    configuration: {
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false }, userinfo: { enabled: false } },
      clientAuthMethods: ['client_secret_post'],
      clientDefaults: { token_endpoint_auth_method: 'client_secret_post' },
    },
  })
  const email = await emailOf('Sam')
  expect(await comesIn('s-1', { email, email_verified: true })).toMatchObject({ person: { name: 'Sam' } })
  expect(provider.secretsIn).toEqual(['body'])
})

test('what was changed on the way signs nobody in', async () => {
  const { provider, browser, emailOf, server } = await openCandor()
  provider.signsIn('s-1', { email: await emailOf('Sam'), email_verified: true })
  const isReturn = (url: URL) => url.pathname === singleSignOnReturnPath
  const isAsking = (url: URL) => url.pathname === '/auth' && url.searchParams.has('nonce')
  const changes: Record<string, (url: URL) => void> = {
    'another state': (url) => isReturn(url) && url.searchParams.set('state', 'forged'),
    'no state': (url) => isReturn(url) && url.searchParams.delete('state'),
    'another nonce': (url) => isAsking(url) && url.searchParams.set('nonce', 'forged'),
    'another challenge': (url) =>
      isAsking(url) && url.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
    'another issuer': (url) => isReturn(url) && url.searchParams.set('iss', 'https://evil.example'),
    'another code': (url) => isReturn(url) && url.searchParams.set('code', 'guessed'),
  }
  for (const [name, change] of Object.entries(changes)) {
    const own = browser()
    let isChanged = false
    const { url } = await own.go(setOut, (passing) => {
      const before = passing.href
      change(passing)
      isChanged ||= passing.href !== before
    })
    expect([name, isChanged, url.href, sessionOf(own)]).toEqual([name, true, failed, null])
  }
  const honest = browser()
  expect((await honest.go(setOut)).url.href).toBe(arrived)
  expect(sessionOf(honest)).not.toBeNull()
  const lines = JSON.stringify(server.logged)
  expect(lines).toContain('single sign-on failed')
  expect(lines).not.toMatch(/example\.org|guessed|forged|eyJ/)
})

test('the way back is good once, and only in the browser that set out', async () => {
  const { provider, browser, emailOf } = await openCandor()
  provider.signsIn('s-1', { email: await emailOf('Sam'), email_verified: true })
  const own = browser()
  let [sealed, way] = ['', '']
  await own.go(setOut, (url) => {
    if (url.pathname !== singleSignOnReturnPath) return
    way = url.pathname + url.search
    sealed = own.cookies.get(publicUrl)?.get('candor_single_sign_on') ?? ''
  })
  expect(sealed).toMatch(/^[\w-]{100,}$/)
  expect(own.cookies.get(publicUrl)?.has('candor_single_sign_on')).toBe(false)
  const back = async (cookie: string | null) => {
    const other = browser()
    if (cookie !== null) other.cookies.set(publicUrl, new Map([['candor_single_sign_on', cookie]]))
    const { url } = await other.go(way)
    return [url.href, sessionOf(other)]
  }
  expect(await back(null)).toEqual([failed, null])
  expect(await back(sealed)).toEqual([failed, null]) // the provider gives nothing for a code it has seen
  expect(await back(`${sealed.slice(0, -4)}AAAA`)).toEqual([failed, null])
  expect(await back('AAAA')).toEqual([failed, null])
})

test('after ten minutes the way back is closed, and in a browser it is out of reach of scripts and other sites', async () => {
  let now = 1_000_000
  const cookie = createAttemptCookie(() => now)
  const attempt = { state: 's', nonce: 'n', codeVerifier: 'v', to: '/' }
  const app = express()
    .get('/keep', (request, response) => {
      cookie.keep(request, response, attempt)
      response.end()
    })
    .get('/take', (request, response) => void response.json(cookie.take(request, response)))
  const address = await listening(app)
  const [kept = ''] = (await fetch(`${address}/keep`)).headers.getSetCookie()
  expect(kept).toMatch(/; Max-Age=600; Path=\/api\/single-sign-on; .*; HttpOnly; SameSite=Lax$/)
  const headers = { cookie: kept.split(';')[0] ?? '' }
  const take = async () => (await fetch(`${address}/take`, { headers })).json()
  now += 600_000 - 1
  expect(await take()).toEqual(attempt)
  now += 1
  expect(await take()).toBeNull()
})

async function listening(app: express.Express): Promise<string> {
  const server = createServer(app)
  onTestFinished(() => void server.close())
  return listen(server, { port: 0, host: '127.0.0.1' })
}

test('whoever says no at the provider is back at the first page, not signed in', async () => {
  const { provider, browser } = await openCandor()
  provider.signsIn('')
  const own = browser()
  expect([(await own.go(setOut)).url.href, sessionOf(own)]).toEqual([failed, null])
})

test('nobody is sent to another site afterwards', async () => {
  const { provider, browser, emailOf } = await openCandor()
  provider.signsIn('s-1', { email: await emailOf('Sam'), email_verified: true })
  const to = (path: string) => browser().go(`${singleSignOnPath}?to=${encodeURIComponent(path)}`)
  expect((await to('/p/checkout?at=timeline')).url.href).toBe(`${publicUrl}/p/checkout?at=timeline`)
  expect((await to('//evil.example/')).url.href).toBe(`${publicUrl}/`)
  for (const path of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/p/\r\nset-cookie: a=b',
    'javascript:alert(1)',
    'evil.example',
    '',
    undefined,
    ['/p/1', '//evil.example'],
  ])
    expect(ownPath(path)).toBe('/')
})

test('a provider that is down stops neither the start nor the other ways in, and is found once it is back', async () => {
  const { issuer, variables, close } = await startIdentityProvider({ returnAddress })
  await close()
  const { address, owner, logged } = await startTestServer({
    variables: { PUBLIC_URL: publicUrl, ...variables, OIDC_NAME: 'Example ID' },
  })
  const browser = openRedirectFollower({ publicUrl, address })
  expect((await browser.go(setOut)).url.href).toBe(failed)
  expect(JSON.stringify(logged)).toContain('ECONNREFUSED')
  const me = await (await owner()).get('/api/me')
  expect(me.body.waysIn).toMatchObject({ bySingleSignOn: 'Example ID' })

  const again = await startIdentityProvider({ returnAddress, port: Number(new URL(issuer).port) })
  again.signsIn('e-1', { email: 'eve@example.org', email_verified: true })
  expect((await browser.go(setOut)).url.href).toBe(noAccount)
})

test('nobody sets out without end', async () => {
  const variables = { LIMIT_STRANGERS_REQUESTS_PER_MINUTE: '2' }
  const { server } = await openCandor({ variables })
  const ask = async () => (await fetch(server.address + setOut, { redirect: 'manual' })).status
  expect([await ask(), await ask(), await ask()]).toEqual([302, 302, 429])
})

test('where none is set up there is none', async () => {
  const { address } = await startTestServer()
  expect((await fetch(address + setOut, { redirect: 'manual' })).status).toBe(404)
})

test('what is sealed can be read and changed by nobody else', () => {
  const [own, other] = [createSeal(), createSeal()]
  const sealed = own.close('state and nonce')
  expect(own.open(sealed)).toBe('state and nonce')
  expect(own.close('state and nonce')).not.toBe(sealed)
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('state')
  expect(other.open(sealed)).toBeNull()
  for (let at = 0; at < sealed.length - 1; at++) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(own.open(changed)).toBeNull()
  }
  expect(own.open(sealed.slice(0, 30))).toBeNull()
})

test('single sign-on is set up by issuer, client and PUBLIC_URL together, and what is wrong is named without the secret', () => {
  const right = {
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: 'https://id.example.org/realms/team',
    OIDC_CLIENT_ID: 'candor',
    OIDC_CLIENT_SECRET: 'canary',
  }
  expect(singleSignOnSettingsIn({})).toEqual({ ok: true, value: null })
  expect(singleSignOnSettingsIn(right)).toEqual({
    ok: true,
    value: {
      issuer: 'https://id.example.org/realms/team',
      clientId: 'candor',
      clientSecret: 'canary',
      name: 'single sign-on',
      join: 'invited',
    },
  })
  const problems = (given: Record<string, string>) => {
    const env = parseEnv({ ...right, ...given })
    return env.ok ? [] : env.problem
  }
  expect(problems({ OIDC_ISSUER: 'http://localhost:9000', OIDC_JOIN: 'everyone' })).toEqual([])
  for (const OIDC_ISSUER of [
    'id.example.org',
    'http://id.example.org',
    'http://localhost.evil.example',
    'https://a@b.c',
  ])
    expect(problems({ OIDC_ISSUER })).toEqual([expect.stringContaining(`OIDC_ISSUER is “${OIDC_ISSUER}”`)])
  expect(problems({ OIDC_JOIN: 'all', OIDC_NAME: 'a\u202Eb' })).toEqual([
    'OIDC_NAME is “a\u202Eb”; it takes up to 40 visible characters.',
    'OIDC_JOIN is “all”; it takes one of invited, everyone.',
  ])
  expect(problems({ OIDC_CLIENT_ID: '', PUBLIC_URL: '' })).toEqual([
    'OIDC_CLIENT_ID is not set; single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET.',
    'Single sign-on must come back to somewhere: set PUBLIC_URL too, the address people open.',
  ])
  expect(problems({ OIDC_CLIENT_SECRET: '' })).toHaveLength(1)
})
