import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startTestServer } from '../harness/startTestServer.ts'

type Slow = { socket: Socket; heard: () => string; isOver: () => boolean }

/** A visitor who speaks HTTP by hand. */
async function visit(address: string, said: string): Promise<Slow> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let heard = ''
  let isOver = false
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString()
  })
  socket.on('close', () => {
    isOver = true
  })
  socket.on('error', () => {}) // its `close` tells
  await once(socket, 'connect')
  socket.write(said)
  return { socket, heard: () => heard, isOver: () => isOver }
}
const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`

test.each([
  ['a request', 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n'],
  ['an upgrade', 'GET /sync HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'],
])('%s whose headers never end is not waited for', async (_what, begun) => {
  const { address } = await startTestServer({ variables: { LIMIT_HEADERS_SECONDS: '0.2' } })
  const slow = await visit(address, begun)
  await vi.waitFor(() => expect(slow.isOver()).toBe(true), 5_000)
  expect(slow.heard()).toContain('408')
})

test('a body that never ends is not waited for', async () => {
  const { address } = await startTestServer({
    variables: { LIMIT_HEADERS_SECONDS: '0.2', LIMIT_REQUEST_SECONDS: '0.4' },
  })
  const begun = 'POST /api/me HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
  const slow = await visit(address, `${begun}Content-Length: 900\r\n\r\n{"name":`)
  await vi.waitFor(() => expect(slow.isOver()).toBe(true), 5_000)
})

test('one address has so many connections and no more, and a closed one makes room', async () => {
  const { address } = await startTestServer({ variables: { LIMIT_CONNECTIONS_PER_ADDRESS: '3' } })
  const open = [await visit(address, ''), await visit(address, ''), await visit(address, '')]
  const late = await visit(address, get('/healthz'))
  await vi.waitFor(() => expect(late.isOver()).toBe(true))
  expect(late.heard()).toBe('')
  open[0]?.socket.destroy()
  await vi.waitFor(async () => {
    const next = await visit(address, get('/healthz', 'Connection: close\r\n'))
    await vi.waitFor(() => expect(next.isOver()).toBe(true))
    expect(next.heard()).toContain('200 OK')
  })
})

test('a visitor who offers another protocol besides is answered in this one', async () => {
  const { address } = await startTestServer()
  const curl = await visit(address, get('/healthz', 'Connection: Upgrade, close\r\nUpgrade: h2c\r\n'))
  await vi.waitFor(() => expect(curl.heard()).toContain('200 OK'))
})
