import { syncUrl } from '../../harness/connectClient.ts'
import { frames, openRawSocket } from '../../harness/rawSocket.ts'
import { seededRandom } from '../../harness/seededRandom.ts'
import {
  type Attack,
  type Blow,
  inWords,
  member,
  openLine,
  ownPostmortem,
  stranger,
  together,
  yWebsocketPath,
} from './siege.ts'

const random = seededRandom(7)
const many = <Value>(length: number, make: (index: number) => Value) =>
  Array.from({ length }, (_, index) => make(index))

export const socketAttacks: readonly Attack[] = [
  {
    name: 'garbage instead of messages',
    // Some garbage names a document, though never one of ours.
    ends: ['closed 4422', 'closed 4404'],
    strike: async (siege) => {
      const headers = await member(siege)
      const garbage = [
        ...many(15, () => Uint8Array.from({ length: random.between(2, 300) }, () => random.between(0, 255))),
        new Uint8Array(),
        'hello',
        'x'.repeat(100_000),
        ...many(15, (type) => frames.ofType(siege.content, type + 11)),
      ]
      const blows = garbage.map(async (message) => {
        const line = await openLine(siege, headers)
        line.say(message)
        return line.blow()
      })
      return together(await Promise.all(blows))
    },
  },
  {
    name: 'documents with names of its own invention',
    ends: ['closed 4404'],
    strike: async (siege) => {
      const headers = await member(siege)
      const names = [
        '__proto__',
        'constructor',
        '../../etc/passwd',
        `${siege.content}\0x`,
        'content.',
        'content.a.b',
        '<b>',
      ]
      const blows = names.map(async (name) => {
        const line = await openLine(siege, headers)
        line.say(frames.attach(name))
        return line.blow()
      })
      return together(await Promise.all(blows))
    },
  },
  {
    name: 'endless authentication on one socket',
    ends: ['closed 4429'],
    strike: async (siege) => {
      const line = await openLine(siege, await stranger(siege))
      for (let count = 0; count < 300; count++) line.say(frames.attach(siege.content))
      return line.blow()
    },
  },
  {
    name: 'awareness under another’s name, and taking theirs away',
    ends: ['unheard'],
    strike: async (siege) => {
      const line = await openLine(siege, await member(siege), { document: siege.presence })
      const clientId = siege.victim.shows
      const state = { person: { personId: 'fay', name: 'The CEO', colour: 1 } }
      for (let clock = 1_000; clock < 1_100; clock += 2) {
        line.say(frames.awareness(siege.presence, [{ clientId, clock, state }]))
        line.say(frames.awareness(siege.presence, [{ clientId, clock: clock + 1, state: null }]))
      }
      return line.blow()
    },
  },
  {
    name: 'a presence larger than any',
    ends: ['closed 4429'],
    strike: async (siege) => {
      const line = await openLine(siege, await member(siege), { document: siege.presence })
      const state = { editing: 'x'.repeat(50_000) }
      line.say(frames.awareness(siege.presence, [{ clientId: 77, clock: 1, state }]))
      return line.blow()
    },
  },
  {
    name: 'a flood of messages',
    ends: ['closed 4429'],
    strike: async (siege) => {
      const line = await openLine(siege, await member(siege), { document: siege.content })
      const message = frames.ofType(siege.content, 3)
      for (let count = 0; count < 25_000; count++) line.say(message)
      return line.blow()
    },
  },
  {
    name: 'a flood of messages, again and again on a new socket',
    ends: ['closed 4429', 'HTTP 429'],
    strike: async (siege) => {
      const headers = await member(siege)
      const message = frames.ofType(siege.content, 3)
      const first = await openLine(siege, headers, { document: siege.content })
      for (let count = 0; count < 21_000; count++) first.say(message)
      const blows = [await first.blow()]
      for (let round = 0; round < 8; round++) {
        const line = await openLine(siege, headers)
        for (let count = 0; count < 2_000; count++) line.say(message)
        blows.push(await line.blow())
      }
      return together(blows)
    },
  },
  {
    name: 'a flood of pings',
    ends: ['closed 4429'],
    strike: async (siege) => {
      const line = await openLine(siege, await member(siege), { document: siege.content })
      for (let count = 0; count < 25_000; count++) line.socket.ping()
      const blow = await line.blow()
      return { ...blow, messages: blow.messages + 25_000 }
    },
  },
  {
    name: 'a flood of requests the socket does not know',
    ends: ['unheard'],
    strike: async (siege) => {
      const line = await openLine(siege, await member(siege), { document: siege.content })
      for (let count = 0; count < 500; count++) {
        line.say(frames.stateless(siege.content, '{"type":"command","command":{"type":"endMeeting"}}'))
        line.say(
          frames.stateless(siege.content, `{"__proto__":{"type":"barrier"},"type":"${'x'.repeat(2_500)}"}`),
        )
      }
      return line.blow()
    },
  },
  {
    name: 'more sockets than anybody has',
    ends: ['closed 4429', 'unheard'],
    strike: async (siege) => {
      const headers = await member(siege)
      const lines = await Promise.all(many(60, () => openLine(siege, headers)))
      return together(await Promise.all(lines.map(({ blow }) => blow())))
    },
  },
  {
    name: 'sockets opened and dropped without end',
    ends: ['HTTP 429', 'closed 1006', 'closed 4429'],
    strike: async (siege) => {
      const headers = await member(siege)
      const endings = await Promise.all(
        many(300, async () => {
          const line = await openLine(siege, headers)
          line.socket.close()
          return inWords(await line.socket.closed)
        }),
      )
      return { messages: 300, bytes: 0, endings }
    },
  },
  {
    name: 'sockets of nobody, and of pages of other sites and names',
    ends: ['closed 4401', 'HTTP 403', 'HTTP 421', 'HTTP 404'],
    strike: async (siege) => {
      const { cookie } = await member(siege)
      const url = syncUrl(siege.address)
      const knocks = many(10, () => [
        openLine(siege, {}).then(({ blow }) => blow()),
        ending(url, { cookie, origin: 'https://evil.example' }),
        ending(url, { cookie, host: 'evil.example' }),
        ending(url.replace('/sync', '/elsewhere'), { cookie }),
      ])
      return together(await Promise.all(knocks.flat()))
    },
  },
  {
    name: 'the same through the y-websocket door',
    ends: ['closed 4422', 'closed 4404', 'closed 1009'],
    strike: async (siege) => {
      const headers = await member(siege)
      const own = await ownPostmortem(siege, await stranger(siege))
      const path = yWebsocketPath(siege.postmortemId)
      const messages = [
        Uint8Array.of(0, 2, 4, 9, 9, 9, 9),
        Uint8Array.of(5, 2, 123, 125),
        Uint8Array.of(2, 0, 0),
        Uint8Array.of(1, 200),
        new Uint8Array(),
        new Uint8Array(5_000_000),
        'hello',
      ]
      const blows = messages.map(async (message) => {
        const line = await openLine(siege, headers, { path })
        line.say(message)
        return line.blow()
      })
      const elsewhere = [yWebsocketPath(own), '/yws/__proto__', '/yws/presence.x', '/yws/'].map(
        async (other) => (await openLine(siege, headers, { path: other })).blow(),
      )
      return together(await Promise.all([...blows, ...elsewhere]))
    },
  },
]

async function ending(url: string, headers: Record<string, string>): Promise<Blow> {
  return { messages: 1, bytes: 0, endings: [inWords(await openRawSocket(url, headers).closed)] }
}
