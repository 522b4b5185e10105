import { request } from 'node:http'
import { type Attack, type Blow, member, type Siege } from './siege.ts'

type Sent = { path: string; body: string; from?: string; headers?: Record<string, string> }

/** By hand: `fetch` would not send some of this, nor from another address. */
const post = ({ address }: Siege, { path, body, from, headers = {} }: Sent) =>
  new Promise<string>((resolve) => {
    const sent = request(
      `${address}${path}`,
      {
        method: 'POST',
        ...(from && { localAddress: from }),
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        response.on('end', () => resolve(`HTTP ${response.statusCode} ${reasonIn(text)}`.trim()))
      },
    )
    sent.on('error', () => resolve('hung up'))
    sent.end(body)
  })

const reasonIn = (text: string): string => /"reason":"(\w+)"/.exec(text)?.[1] ?? ''

async function postAll(siege: Siege, all: Sent[]): Promise<Blow> {
  const endings: string[] = []
  // A few at a time, as a machine would that wants its answers.
  for (let at = 0; at < all.length; at += 20)
    endings.push(...(await Promise.all(all.slice(at, at + 20).map((sent) => post(siege, sent)))))
  return { messages: all.length, bytes: all.reduce((sum, { body }) => sum + body.length, 0), endings }
}

const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value)

export const requestAttacks: readonly Attack[] = [
  {
    name: 'a flood of commands',
    ends: ['HTTP 429 tooManyAttempts', 'HTTP 409 notFacilitator'],
    strike: async (siege) => {
      const headers = await member(siege)
      const path = `/api/meetings/${siege.meetingId}/commands`
      const all = Array.from({ length: 1_000 }, (_, index) => {
        const body = JSON.stringify({ commandId: `flood-${index}`, command: { type: 'startMeeting' } })
        return { path, body, headers }
      })
      return postAll(siege, all)
    },
  },
  {
    name: 'commands that are none',
    ends: ['HTTP 400 malformedRequest', 'HTTP 413 tooLarge', 'HTTP 429 tooManyAttempts'],
    strike: async (siege) => {
      const headers = await member(siege)
      const path = `/api/meetings/${siege.meetingId}/commands`
      const bodies = [
        '{',
        '[]',
        '{"__proto__":{"commandId":"a"}}',
        '{"commandId":"a","command":{"type":"startMeeting","sender":"fay"}}',
        '{"commandId":"a","command":{"type":"constructor"}}',
        `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
        JSON.stringify({ commandId: 'a', command: { type: 'setPrompt', prompt: 'x'.repeat(100_000) } }),
      ]
      return postAll(
        siege,
        bodies.map((body) => ({ path, body, headers })),
      )
    },
  },
  {
    name: 'names that are none, or somebody else’s in disguise',
    ends: ['HTTP 400 malformedRequest'],
    strike: async (siege) => {
      const headers = await member(siege)
      const names = [
        '',
        '   ',
        'a\u0000b',
        'a\u202Eb',
        'Fa\u200By',
        'x'.repeat(10_000),
        '\uD800',
        'a\nb',
        '\u2066Fay\u2069',
      ]
      const bodies = [
        ...names.map((name) => JSON.stringify({ name })),
        '{"name":"Mallory","__proto__":{"personId":"fay"}}',
        '{"name":"Mallory","personId":"fay"}',
        '{"name":{"toString":"x"}}',
      ]
      return postAll(
        siege,
        bodies.map((body) => ({ path: '/api/me', body, headers })),
      )
    },
  },
  {
    name: 'SVG, HTML and links to javascript: as an incident file',
    ends: ['HTTP 400 malformedFile'],
    strike: async (siege) => {
      const headers = await member(siege)
      const files = [
        ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
        ['page.html', '<!doctype html><script>alert(1)</script>'],
        [
          'incident.json',
          '{"schema":"evidence-incident/1","title":"x","sources":[{"url":"javascript:alert(1)"}]}',
        ],
        ['incident.json', '{"__proto__":{"schema":"evidence-incident/1"}}'],
      ]
      return postAll(
        siege,
        files.map(([fileName, text]) => ({
          path: '/api/postmortems/import',
          body: JSON.stringify({ fileName, text }),
          headers,
        })),
      )
    },
  },
  {
    name: 'what another site’s page would post with the cookie',
    ends: ['HTTP 403 foreignOrigin', 'HTTP 421 foreignHost'],
    strike: async (siege) => {
      const headers = await member(siege)
      const path = '/api/postmortems'
      const body = JSON.stringify({ title: 'Forged', severity: null })
      return postAll(siege, [
        { path, body, headers: { ...headers, origin: 'https://evil.example' } },
        { path, body, headers: { ...headers, origin: 'null' } },
        { path, body, headers: { ...headers, host: 'evil.example', origin: 'http://evil.example' } },
      ])
    },
  },
  {
    name: 'guessing at one password without end, from ever new forged addresses',
    ends: ['HTTP 429 tooManyAttempts', 'HTTP 401 wrongSignIn'],
    strike: (siege) => {
      const body = JSON.stringify({ email: 'fay@example.org', password: 'hunter2' })
      const all = Array.from({ length: 400 }, (_, index) => {
        const headers = {
          'x-forwarded-for': `203.0.113.${index % 250}`,
          forwarded: `for=198.51.100.${index % 250}`,
        }
        return { path: '/api/sign-in', body, headers, from: '127.0.0.66' }
      })
      return postAll(siege, all)
    },
  },
  {
    name: 'guessing at sessions and keys',
    ends: ['HTTP 401 notSignedIn', 'HTTP 429 tooManyAttempts'],
    strike: (siege) => {
      const body = JSON.stringify({ title: 'Guessed', severity: null })
      const guess = { path: '/api/postmortems', body, from: '127.0.0.67' }
      return postAll(siege, times(800, { ...guess, headers: { cookie: `candor_session=${'A'.repeat(43)}` } }))
    },
  },
  {
    name: 'large bodies of nobody',
    ends: ['HTTP 413 tooLarge', 'hung up'],
    strike: (siege) => {
      const body = `{"fileName":"a","text":"${'x'.repeat(4_000_000)}"}`
      return postAll(siege, times(6, { path: '/api/postmortems/import', body, from: '127.0.0.68' }))
    },
  },
]
