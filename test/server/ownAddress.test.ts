import { request } from 'node:http'
import { expect, test } from 'vitest'
import { createOwnAddress } from '../../server/http/ownAddress.ts'
import { openRawSocket } from '../harness/rawSocket.ts'
import { startTestServer } from '../harness/startTestServer.ts'

const at = (host: string, publicUrl: string | null = null) =>
  createOwnAddress({ host, publicUrl, machineName: 'Desk-7' })

test.each([
  [
    '127.0.0.1',
    null,
    ['localhost:4100', '127.0.0.1:4100', '[::1]:4100', 'LOCALHOST', '10.0.0.5', 'localhost.'],
  ],
  ['0.0.0.0', null, ['desk-7:4100', 'Desk-7.local', '192.168.1.4:4100', '[fe80::1]']],
  ['candor.internal', null, ['candor.internal:4100', 'localhost']],
  [
    '0.0.0.0',
    'https://candor.example.org',
    ['candor.example.org', 'Candor.Example.org:443', 'localhost:4100'],
  ],
])(
  'a server at %s, known as %s, answers to its own names and to any address in digits',
  (host, publicUrl, names) => {
    const { isOwnHost } = at(host, publicUrl)
    expect(names.filter((name) => !isOwnHost({ host: name }))).toEqual([])
  },
)

test.each([
  'evil.example',
  'evil.example:4100',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'desk-7',
  'candor.example.org@evil.example',
  'localhost/evil',
  'a b',
  '',
  undefined,
])('a server of this machine alone is not meant by the host %j', (host) => {
  const { isOwnHost } = at('127.0.0.1', 'https://candor.example.org')
  expect(isOwnHost(host === undefined ? {} : { host })).toBe(false)
})

test('a page of its own comes from the host that was asked, or from the public address; a program comes from nowhere', () => {
  const { isOwnPage } = at('127.0.0.1', 'https://candor.example.org')
  const host = '127.0.0.1:4100'
  for (const origin of ['http://127.0.0.1:4100', 'https://candor.example.org'])
    expect([origin, isOwnPage({ host, origin })]).toEqual([origin, true])
  expect(isOwnPage({ host })).toBe(true)
  for (const origin of [
    'null',
    '',
    'https://evil.example',
    'http://127.0.0.1:4101',
    'https://candor.example.org.evil.example',
  ])
    expect([origin, isOwnPage({ host, origin })]).toEqual([origin, false])
})

/** `fetch` says the host itself. */
const ask = (address: string, path: string, host: string) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(`${address}${path}`, { headers: { host } }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end()
  })

test('a name that was bent to this machine gets nothing: no list, no page, no socket; and hears what to set', async () => {
  const server = await startTestServer()
  for (const path of ['/api/me', '/', '/p/abc', '/assets/main.js', '/api/postmortems']) {
    const { status, text } = await ask(server.address, path, 'evil.example')
    expect([path, status, JSON.parse(text)]).toEqual([
      path,
      421,
      { reason: 'foreignHost', sentence: expect.stringContaining('PUBLIC_URL') },
    ])
  }
  for (const path of ['/sync', '/yws/content.abc']) {
    const socket = openRawSocket(`${server.address.replace('http', 'ws')}${path}`, { host: 'evil.example' })
    expect(await socket.closed).toBe(421)
  }
  expect((await ask(server.address, '/healthz', 'candor')).status).toBe(200)
})

test('under its public address it answers', async () => {
  const server = await startTestServer({ variables: { PUBLIC_URL: 'https://candor.example.org' } })
  expect((await ask(server.address, '/api/me', 'candor.example.org')).status).toBe(200)
  expect((await ask(server.address, '/api/me', 'www.candor.example.org')).status).toBe(421)
})
