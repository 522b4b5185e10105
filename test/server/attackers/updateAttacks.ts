import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { frames, updatesOf } from '../../harness/rawSocket.ts'
import { seededRandom } from '../../harness/seededRandom.ts'
import { type Attack, type Line, member, openLine, ownPostmortem, type Siege, together } from './siege.ts'

const random = seededRandom(99)
const bytes = (length: number) => Uint8Array.from({ length }, () => random.between(0, 255))
const typed = (text: string) => (doc: Y.Doc) => doc.getText('summary').insert(0, text)

/** Made once: what is timed is the attack, not the making of it. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const missing = once(() => {
  const made = updates((doc) => {
    for (let count = 0; count < 3_000; count++) typed('x')(doc)
  })
  return made.slice(1).reverse()
})
const large = once(() => updates(typed('x'.repeat(2_200_000)))[0] ?? new Uint8Array())
const deep = once(() => {
  const doc = new Y.Doc()
  doc.transact(() => {
    let inner = doc.getMap<unknown>('cards')
    for (let level = 0; level < 20_000; level++) {
      const next = new Y.Map<unknown>()
      inner.set('in', next)
      inner = next
    }
  })
  return Y.encodeStateAsUpdate(doc)
})
const everyone = once(() =>
  Y.encodeStateVector(new Map(Array.from({ length: 100_000 }, (_, index) => [2 ** 30 + index, 1]))),
)

/** A document somebody writes by themselves, update by update. */
function updates(write: (doc: Y.Doc) => void): Uint8Array[] {
  const doc = new Y.Doc()
  const made = updatesOf(doc)
  write(doc)
  return made
}

/** Everything the room has written, as whoever may read it gets it. */
async function stateOf(siege: Siege, line: Line): Promise<Uint8Array> {
  const before = line.socket.received.length
  line.say(frames.sync(siege.content, 0, Uint8Array.of(0)))
  while (line.socket.isOpen()) {
    for (const frame of line.socket.received.slice(before)) {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarString(decoder)
      if (decoding.readVarUint(decoder) === 0 && decoding.readVarUint(decoder) === 1)
        return decoding.readVarUint8Array(decoder)
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return Y.encodeStateAsUpdate(new Y.Doc()) // not let in, it knows of nothing
}

/** Says it all, on a line of its own for each, or on one. */
async function each(siege: Siege, messages: Uint8Array[]) {
  const headers = await member(siege)
  const blows = messages.map(async (message) => {
    const line = await openLine(siege, headers, { document: siege.content })
    line.say(message)
    return line.blow()
  })
  return together(await Promise.all(blows))
}
async function onOneLine(siege: Siege, messages: Iterable<Uint8Array>, asObserver = false) {
  const line = await openLine(siege, await member(siege, asObserver), { document: siege.content })
  for (const message of messages) line.say(message)
  return line.blow()
}

export const updateAttacks: readonly Attack[] = [
  {
    name: 'updates of random bytes',
    ends: ['closed 4422'],
    strike: (siege) =>
      each(
        siege,
        Array.from({ length: 20 }, () => frames.sync(siege.content, 2, bytes(random.between(3, 400)))),
      ),
  },
  {
    name: 'an update cut off at every byte',
    ends: ['closed 4422'],
    strike: (siege) => {
      const [whole = new Uint8Array()] = updates(typed('cut off'))
      const cuts = Array.from(whole.keys()).map((end) => frames.sync(siege.content, 2, whole.slice(0, end)))
      return each(siege, cuts)
    },
  },
  {
    name: 'an update of 2.2 MB, and a message of 5',
    ends: ['closed 4429', 'closed 1009'],
    strike: (siege) => {
      return each(siege, [frames.sync(siege.content, 2, large()), new Uint8Array(5_000_000)])
    },
  },
  {
    name: 'thousands of updates with missing dependencies',
    ends: ['unheard'],
    strike: (siege) =>
      onOneLine(
        siege,
        missing().map((update) => frames.sync(siege.content, 2, update)),
      ),
  },
  {
    name: 'the same as answers to the server’s question',
    ends: ['closed 4422'],
    strike: (siege) =>
      onOneLine(
        siege,
        missing().map((update) => frames.sync(siege.content, 1, update)),
      ),
  },
  {
    name: 'writing under another’s Yjs client id',
    ends: ['closed 4422'],
    strike: async (siege) => {
      const headers = await member(siege)
      const blows = ([1, 2] as const).map(async (step) => {
        const line = await openLine(siege, headers, { document: siege.content })
        const forged = new Y.Doc()
        Y.applyUpdate(forged, await stateOf(siege, line))
        forged.clientID = siege.victim.writes
        const made = updatesOf(forged)
        // Far enough ahead that the victim has not typed past it by the time it arrives.
        for (let count = 0; count < 50; count++) typed('squatted')(forged)
        line.say(frames.sync(siege.content, step, Y.mergeUpdates(made)))
        return line.blow()
      })
      return together(await Promise.all(blows))
    },
  },
  {
    name: 'a record nested twenty thousand deep',
    ends: ['closed 4422'],
    strike: (siege) => onOneLine(siege, [frames.sync(siege.content, 2, deep())]),
  },
  {
    name: 'a flood of empty sync requests from someone who only reads',
    ends: ['closed 4429'],
    strike: (siege) =>
      onOneLine(
        siege,
        Array.from({ length: 300 }, () => frames.sync(siege.content, 0, Uint8Array.of(0))),
        true,
      ),
  },
  {
    name: 'a flood of writes from someone who only reads',
    ends: ['unheard'],
    strike: (siege) => {
      const [update = new Uint8Array()] = updates(typed('graffiti'))
      return onOneLine(
        siege,
        Array.from({ length: 500 }, () => frames.sync(siege.content, 1, update)),
        true,
      )
    },
  },
  {
    name: 'updates for documents it did not open',
    ends: ['closed 4429'],
    strike: async (siege) => {
      const headers = await member(siege)
      const own = await ownPostmortem(siege, headers)
      const [update = new Uint8Array()] = updates(typed('not opened'))
      const line = await openLine(siege, headers, { document: `content.${own}` })
      for (let count = 0; count < 400; count++) line.say(frames.sync(siege.content, 2, update))
      return line.blow()
    },
  },
  {
    name: 'state vectors that are none, or hold everyone in the world',
    ends: ['closed 4422', 'closed 4429'],
    strike: (siege) => {
      return each(siege, [
        frames.sync(siege.content, 0, Uint8Array.of(255)),
        frames.sync(siege.content, 0, everyone()),
      ])
    },
  },
]
