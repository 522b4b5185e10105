import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { syncUrl } from '../../harness/connectClient.ts'
import { type Attack, type Blow, member, type Siege, together } from './siege.ts'

/** What a WebSocket library never sends. Every one of these begins with a proper handshake, and ends with its code. */
const rudeFrames: readonly [what: string, frame: Uint8Array][] = [
  ['unmasked', Uint8Array.of(0x82, 0x02, 1, 2)],
  ['reserved bits', Uint8Array.of(0xf2, 0x82, 0, 0, 0, 0, 1, 2)],
  ['unknown opcode', Uint8Array.of(0x83, 0x82, 0, 0, 0, 0, 1, 2)],
  ['a length of eight exabytes', Uint8Array.of(0x82, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255)],
  ['a ping of 200 bytes', Uint8Array.of(0x89, 0xfe, 0, 200, 0, 0, 0, 0)],
  ['a continuation of nothing', Uint8Array.of(0x80, 0x82, 0, 0, 0, 0, 1, 2)],
  ['text that is no text', Uint8Array.of(0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe)],
  ['a close with half a code', Uint8Array.of(0x88, 0x81, 0, 0, 0, 0, 3)],
  // One byte at a time, a message that never ends.
  [
    'fragments without end',
    Uint8Array.from(
      { length: 7 * 40_000 },
      (_, at) => [at < 7 ? 0x02 : 0x00, 0x81, 0, 0, 0, 0, 1][at % 7] ?? 0,
    ),
  ],
]

export const wireAttacks: readonly Attack[] = [
  {
    name: 'frames against the WebSocket protocol',
    ends: ['closed 1002', 'closed 1007', 'closed 1008', 'closed 1009'],
    strike: async (siege) => {
      const { cookie } = await member(siege)
      return together(await Promise.all(rudeFrames.map(([, frame]) => rudeness(siege, cookie, frame))))
    },
  },
  {
    name: 'requests and upgrades that are never finished',
    ends: ['hung up'],
    strike: async ({ address }) => {
      const begun = [
        'GET / HTTP/1.1\r\nHost: localhost\r\n',
        'GET /sync HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n',
      ]
      const lines = Array.from({ length: 60 }, async (_, index) => {
        const socket = await tcp(address)
        const said = begun[index % 2] ?? ''
        socket.write(said)
        const dripping = setInterval(() => socket.write('X-A: b\r\n'), 100)
        await closed(socket)
        clearInterval(dripping)
        return { messages: 1, bytes: said.length, endings: ['hung up'] }
      })
      return together(await Promise.all(lines))
    },
  },
  {
    name: 'what is no HTTP, and headers by the thousand',
    ends: ['HTTP 400', 'HTTP 431', 'hung up'],
    strike: async ({ address }) => {
      const said = [
        '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
        'GET / HTTP/9.9\r\n\r\n',
        'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        `GET / HTTP/1.1\r\nHost: localhost\r\n${'X-A: b\r\n'.repeat(5_000)}\r\n`,
        `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      ]
      const lines = said.map(async (text) => {
        const socket = await tcp(address)
        let answer = ''
        socket.on('data', (chunk: Buffer) => {
          answer += chunk.toString('latin1')
        })
        socket.end(text)
        await closed(socket)
        const status = /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]
        return { messages: 1, bytes: text.length, endings: [status ? `HTTP ${status}` : 'hung up'] }
      })
      return together(await Promise.all(lines))
    },
  },
]

async function rudeness({ address }: Siege, cookie: string, frame: Uint8Array): Promise<Blow> {
  const { pathname, search } = new URL(syncUrl(address))
  const socket = await tcp(address)
  socket.write(
    `GET ${pathname}${search} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nCookie: ${cookie}\r\n\r\n`,
  )
  let heard = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk])
  })
  await once(socket, 'data')
  socket.write(frame)
  await closed(socket)
  return { messages: 1, bytes: frame.length, endings: [`closed ${closeCodeIn(heard)}`] }
}

/** Of the server's close frame, which is the last thing it says and carries a code of two bytes. */
function closeCodeIn(heard: Buffer): number {
  const frames = heard.subarray(heard.indexOf('\r\n\r\n') + 4)
  for (let at = 0; at + 1 < frames.length; at += 2 + (frames[at + 1] ?? 0)) {
    if (frames[at] === 0x88) return frames.readUInt16BE(at + 2)
  }
  return 1006
}

async function tcp(address: string): Promise<Socket> {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {}) // its `close` tells
  await once(socket, 'connect')
  return socket
}

const closed = (socket: Socket) =>
  new Promise<void>((resolve) => {
    if (socket.closed) resolve()
    socket.once('end', () => socket.destroy())
    socket.once('close', () => resolve())
  })
