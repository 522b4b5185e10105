import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { createPrincipalOf, createPrincipalOfUpgrade } from '../../server/people/principalOf.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { startedPostmortem, startTestServer, type TestServer } from '../harness/startTestServer.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const tenOClock = Date.UTC(2026, 2, 10, 10)

/** By the link of the terminal, as the first to come. */
const setUp = ({ address, setUpLink }: TestServer, headers: Record<string, string> = {}) =>
  fetch(`${address}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      setupKey: setUpLink?.split('/').at(-1),
      name: 'Fay',
      email: 'fay@example.org',
      password: 'four words in a row',
      workspaceName: 'Payments',
    }),
  })

/** Whoever the server takes the bearer of these headers for. */
function principalAt(
  { dataDir }: TestServer,
  now: number,
  headers: IncomingMessage['headers'],
  url = '/sync',
) {
  const database = openDatabase(join(dataDir, 'candor.db'))
  const principalOf = createPrincipalOf({
    database,
    clock: () => now,
    operatorKey: 'the-operator-key',
    seen: () => {},
  })
  const request = { headers, url } as IncomingMessage // all that is read of it
  const principal = createPrincipalOfUpgrade(database, principalOf)(request)
  database.close()
  return principal
}

test('the session cookie is out of reach of scripts and other sites, and secure as soon as the browser came by https', async () => {
  const plain = await startTestServer()
  // Without a trusted proxy, what a visitor says about https is a visitor's word.
  const [cookie = ''] = (await setUp(plain, { 'x-forwarded-proto': 'https' })).headers.getSetCookie()
  expect(cookie).toMatch(/^candor_session=[\w-]{43}; .*Path=\/.*; HttpOnly; SameSite=Lax$/)
  const proxied = await startTestServer({ variables: { TRUST_PROXY: 'loopback' } })
  const [secure = ''] = (await setUp(proxied, { 'x-forwarded-proto': 'https' })).headers.getSetCookie()
  expect(secure).toMatch(/; HttpOnly; Secure; SameSite=Lax$/)
})

test('who reads the database cannot take anyone’s place: neither session nor stage key is in it', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const stageKey = await server.stageKey(fay, (await startedPostmortem(fay)).postmortemId)
  const token = fay.cookie.split('=')[1] ?? ''
  const database = new DatabaseSync(join(server.dataDir, 'candor.db'), { readOnly: true })
  const rows = ['sessions', 'stage_keys'].flatMap((table) =>
    database.prepare(`SELECT * FROM ${table}`).all().flatMap(Object.values),
  )
  database.close()
  expect(rows.length).toBeGreaterThan(5)
  const stored = rows.map((value) =>
    value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value)),
  )
  for (const key of [token, stageKey]) {
    expect(key).toHaveLength(43)
    expect(stored.some((value) => value.includes(key) || value.includes(Buffer.from(key, 'base64url')))).toBe(
      false,
    )
  }
})

test('a session ends after 400 days', async () => {
  const server = await startTestServer({ now: tenOClock })
  const { cookie, personId } = await server.visitor('Fay')
  const person = { as: 'person', person: { personId, name: 'Fay' }, sessionId: expect.any(String) }
  expect(principalAt(server, tenOClock + 400 * DAY_MS, { cookie })).toEqual(person)
  expect(principalAt(server, tenOClock + 400 * DAY_MS + 1, { cookie })).toBeNull()
})

test('a key wins over the cookie beside it, and a key that fits nothing makes nobody of its bearer', async () => {
  const server = await startTestServer({ now: tenOClock })
  const fay = await server.visitor('Fay')
  const { postmortemId } = await startedPostmortem(fay)
  const stageKey = await server.stageKey(fay, postmortemId)
  const { cookie } = fay
  const projector = { as: 'projector', postmortemId, stageKeyHash: expect.stringMatching(/^[0-9a-f]{64}$/) }
  const as = (authorization: string) => principalAt(server, tenOClock, { cookie, authorization })
  expect(as(`Stage ${stageKey}`)).toEqual(projector)
  expect(as('Operator the-operator-key')).toEqual({ as: 'operator' })
  for (const forged of [
    'Stage forged',
    'Operator forged',
    'Operator ',
    'Bearer x',
    `Operator ${stageKey}`,
    '',
  ]) {
    expect(as(forged)).toBeNull()
  }
  expect(principalAt(server, tenOClock, { cookie }, `/sync?protocol=1&stage=${stageKey}`)).toEqual(projector)
  expect(principalAt(server, tenOClock, { cookie }, '/sync?stage=forged')).toBeNull()
  expect(principalAt(server, tenOClock, { cookie: `other=1; ${cookie}; more=2` })?.as).toBe('person')
})

test('a new name reaches the meetings that go on, and what has ended keeps the old one', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const over = await startedPostmortem(fay)
  const goesOn = await startedPostmortem(fay)
  await fay.command(over.meetingId, { type: 'startMeeting' })
  await fay.command(over.meetingId, { type: 'endMeeting' })
  const before = server.entryCount(over.meetingId)
  expect((await fay.post('/api/me', { name: '  Fay Lind ' })).body).toMatchObject({
    person: { name: 'Fay Lind' },
  })
  expect((await fay.get(`/api/postmortems/${goesOn.postmortemId}`)).body).toMatchObject({
    snapshot: { meeting: { members: [{ personId: fay.personId, name: 'Fay Lind', role: 'facilitator' }] } },
  })
  expect(server.entryCount(over.meetingId)).toBe(before)
})

test('the log tells what was asked and never a name, a key or a cookie', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Canary Name')
  const { postmortemId, meetingId } = await startedPostmortem(fay)
  const stageKey = await server.stageKey(fay, postmortemId)
  await fay.post('/api/postmortems', { title: 'Canary title', severity: 'Canary severity' })
  await fay.command(meetingId, { type: 'setPrompt', prompt: 'Canary prompt' })
  await fay.get('/api/stage', { authorization: `Stage ${stageKey}` })
  await fetch(`${server.address}/stage/${stageKey}?also=${stageKey}`)
  const logged = server.logged.map((line) => JSON.stringify(line)).join('\n')
  expect(logged).toContain('"path":"/stage/…"')
  expect(logged).toContain('"at":["severity"]')
  for (const secret of ['Canary', stageKey, fay.cookie.split('=')[1] ?? ''])
    expect(logged).not.toContain(secret)
})
