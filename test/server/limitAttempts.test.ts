import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { defaultLimits, variableOf } from '../../server/limits.ts'
import { startedPostmortem, startTestServer } from '../harness/startTestServer.ts'

let guesses = 0

type Answer = { status: number; reason: string | undefined; retryAfter: string | undefined }

/** Guesses at a password, of somebody else each time, from another loopback address: each is an address of its own to the server. */
const guessPassword = (
  address: string,
  { from = '127.0.0.1', forwardedFor = '', email = `nobody-${++guesses}@example.org` } = {},
) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = request(
      `${address}/api/sign-in`,
      {
        method: 'POST',
        localAddress: from,
        headers: {
          'content-type': 'application/json',
          ...(forwardedFor && { 'x-forwarded-for': forwardedFor }),
        },
      },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        response.on('end', () => {
          const { reason } = JSON.parse(text) as { reason?: string } // the problem's own shape
          resolve({ status: response.statusCode ?? 0, reason, retryAfter: response.headers['retry-after'] })
        })
      },
    )
    sent.on('error', reject)
    sent.end(JSON.stringify({ email, password: 'guess' }))
  })

const tooMany = { status: 429, reason: 'tooManyAttempts', retryAfter: expect.stringMatching(/^\d+$/) }

test('so many passwords are guessed from one address and no more, whatever it says of itself, and other addresses are free', async () => {
  const { address } = await startTestServer({
    variables: { LIMIT_SIGN_INS_PER_ADDRESS_PER_TEN_MINUTES: '3' },
  })
  for (const forwardedFor of ['', '203.0.113.7', '203.0.113.8'])
    expect((await guessPassword(address, { forwardedFor })).status).toBe(401)
  expect(await guessPassword(address, { forwardedFor: '203.0.113.9' })).toEqual(tooMany)
  expect(Number((await guessPassword(address)).retryAfter)).toBeLessThanOrEqual(600)
  expect((await guessPassword(address, { from: '127.0.0.2' })).status).toBe(401)
})

test('a trusted proxy says for whom it asks, and only what it added itself counts', async () => {
  const { address } = await startTestServer({
    variables: { LIMIT_SIGN_INS_PER_ADDRESS_PER_TEN_MINUTES: '1', TRUST_PROXY: '127.0.0.1' },
  })
  const by = (forwardedFor: string, from?: string) =>
    guessPassword(address, { forwardedFor, ...(from && { from }) })
  expect((await by('203.0.113.7')).status).toBe(401)
  expect((await by('203.0.113.8')).status).toBe(401)
  // The visitor wrote the first part; the proxy wrote down where that came from.
  expect(await by('198.51.100.1, 203.0.113.7')).toEqual(tooMany)
  // Every address of one IPv6 network is the same visitor's.
  expect((await by('2001:db8:1:2::7')).status).toBe(401)
  expect(await by('2001:db8:1:2:ffff::8')).toEqual(tooMany)
  expect((await by('2001:db8:1:3::7')).status).toBe(401)
  // Not a proxy of ours: its own address counts.
  expect((await by('203.0.113.50', '127.0.0.9')).status).toBe(401)
  expect(await by('203.0.113.51', '127.0.0.9')).toEqual(tooMany)
})

test('so many guesses are made at one account and no more, from wherever they come', async () => {
  const server = await startTestServer({ variables: { LIMIT_SIGN_INS_PER_TEN_MINUTES: '3' } })
  const guess = (from: string, email = 'fay@example.org') =>
    guessPassword(server.address, { from, email }).then(({ status }) => status)
  const statuses = []
  for (const from of ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5']) statuses.push(await guess(from))
  expect(statuses).toEqual([401, 401, 401, 429])
  expect(await guess('127.0.0.5', 'noor@example.org')).toBe(401)
})

test('somebody who floods the meeting with commands is stopped by name, and the others go on', async () => {
  const server = await startTestServer({ variables: { LIMIT_COMMANDS_PER_TEN_SECONDS: '5' } })
  const [fay, sam] = [await server.visitor('Fay'), await server.visitor('Sam')]
  const { postmortemId, meetingId } = await startedPostmortem(fay)
  await sam.join(postmortemId)
  const flood = await Promise.all(
    Array.from({ length: 30 }, () => sam.command(meetingId, { type: 'setPrompt', prompt: 'x' })),
  )
  expect(flood.filter(({ status }) => status === 429)).toHaveLength(25)
  expect(flood.at(-1)?.body).toMatchObject({
    reason: 'tooManyAttempts',
    sentence: expect.stringContaining('Wait a little'),
  })
  expect((await fay.command(meetingId, { type: 'startMeeting' })).status).toBe(200)
})

test('guessing at keys is stopped by name before the body is read, and whoever is known is not held up by it', async () => {
  const server = await startTestServer({ variables: { LIMIT_STRANGERS_REQUESTS_PER_MINUTE: '20' } })
  const fay = await server.visitor('Fay')
  const guess = () => fetch(`${server.address}/api/stage`, { headers: { authorization: 'Stage guess' } })
  const statuses = (await Promise.all(Array.from({ length: 40 }, guess))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(20)
  const large = await fetch(`${server.address}/api/postmortems/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{${' '.repeat(4_000_000)}}`,
  })
  expect(large.status).toBe(429)
  expect((await fay.get('/api/me')).status).toBe(200)
})

test('a body that is too large is refused with the size that is not', async () => {
  const server = await startTestServer({ variables: { LIMIT_BODY_BYTES: '2048' } })
  const fay = await server.visitor('Fay')
  const answer = await fay.post('/api/postmortems', { title: 'x'.repeat(3_000), severity: null })
  expect([answer.status, answer.body]).toMatchObject([
    413,
    { reason: 'tooLarge', details: [{ path: 'body', problem: 'may have up to 2 kB' }] },
  ])
})

test('the README lists every limit with its default', () => {
  const rows = readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `LIMIT_'))
  const listed = rows.flatMap((row) => {
    const [, names = '', values = ''] = row.split('|')
    const numbers = values.split(',')
    return names.split(',').map((name, index) => [name.replaceAll('`', '').trim(), Number(numbers[index])])
  })
  expect(Object.fromEntries(listed)).toEqual(
    Object.fromEntries(Object.entries(defaultLimits).map(([name, value]) => [variableOf(name), value])),
  )
})
