import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { EDITOR_SCHEMA, summaryOf } from '../../shared/content/contentDoc.ts'
import { contentDocumentName, presenceDocumentName } from '../../shared/wire/documentNames.ts'
import type { WhoAmI } from '../../shared/wire/people.ts'
import { connectClient, syncUrl } from '../harness/connectClient.ts'
import { comeAsGuest, makeGuestLink } from '../harness/guests.ts'
import { frames, openRawSocket, type RawSocket } from '../harness/rawSocket.ts'
import {
  startedPostmortem,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../harness/startTestServer.ts'

/** The promise: nobody hears anything this long after they lost access. */
const PROMISED_MS = 2_000
const EDIT_EVERY_MS = 50
const HOUR_MS = 3_600_000

type Room = Awaited<ReturnType<typeof openRoom>>

/** Of the whole house at once: what each loses is theirs alone. */
type Loss = {
  how: string
  /** Somebody comes in; what they lose it by; what they hear afterwards. */
  arrive: (
    room: Room,
  ) => Promise<{ socket: RawSocket; lose: () => Promise<unknown>; ask: () => Promise<unknown> }>
  hears: string
}

const asGuest = async (room: Room, hours = 9) => {
  const link = await makeGuestLink(room.server, room.fay, room.postmortemId, { hours })
  const gus = await comeAsGuest(room.server, link.key, 'Gus')
  await gus.join(room.postmortemId)
  return { gus, link }
}
const asColleague = async (room: Room) => {
  const noor = await room.server.visitor('Noor')
  await noor.join(room.postmortemId)
  return noor
}
const restrict = ({ fayDoes, sam }: Room) =>
  fayDoes('audience', { isRestricted: true, personIds: [sam.personId], teamIds: [] })

const losses: Loss[] = [
  {
    how: 'a guest is asked to leave',
    arrive: async (room) => {
      const { gus } = await asGuest(room)
      const lose = () => room.fayDoes(`guests/${gus.personId}/revoke`)
      return { socket: room.listen(gus), lose, ask: () => room.read(gus) }
    },
    hears: 'noSuchMeeting',
  },
  {
    how: 'a guest with a stock y-websocket client is asked to leave',
    arrive: async (room) => {
      const { gus } = await asGuest(room)
      const lose = () => room.fayDoes(`guests/${gus.personId}/revoke`)
      return { socket: room.listenAsScript(gus), lose, ask: () => room.read(gus) }
    },
    hears: 'noSuchMeeting',
  },
  {
    how: 'a guest link is revoked',
    arrive: async (room) => {
      const { gus, link } = await asGuest(room)
      const lose = () => room.fayDoes(`guest-links/${link.guestLinkId}/revoke`)
      return { socket: room.listen(gus), lose, ask: () => room.read(gus) }
    },
    hears: 'noSuchMeeting',
  },
  {
    how: 'a guest nobody let in, when the postmortem becomes restricted',
    arrive: async (room) => {
      const { gus } = await asGuest(room)
      return {
        socket: room.listen(gus),
        lose: () => restrict(room),
        ask: () => room.read(gus),
      }
    },
    hears: 'noSuchMeeting',
  },
  {
    how: 'a colleague left out of the audience',
    arrive: async (room) => {
      const noor = await asColleague(room)
      return {
        socket: room.listen(noor),
        lose: () => restrict(room),
        ask: () => room.read(noor),
      }
    },
    hears: 'noSuchMeeting',
  },
  {
    how: 'a colleague is removed from the workspace',
    arrive: async (room) => {
      const noor = await asColleague(room)
      const owner = await room.server.owner()
      const { workspaces } = (await owner.get('/api/me')).body as unknown as WhoAmI // the answer’s own shape
      const lose = () =>
        owner.post(`/api/workspaces/${workspaces[0]?.workspaceId}/people/${noor.personId}/remove`, undefined)
      return { socket: room.listen(noor), lose, ask: () => room.read(noor) }
    },
    hears: 'noSuchMeeting',
  },
  {
    how: 'a session ends',
    arrive: async (room) => {
      const noor = await asColleague(room)
      const lose = () => noor.post('/api/sign-out', undefined)
      return { socket: room.listen(noor), lose, ask: () => room.read(noor) }
    },
    hears: 'notSignedIn',
  },
  {
    how: 'the shared screens are closed',
    arrive: async (room) => {
      const key = await room.server.stageKey(room.fay, room.postmortemId)
      const ask = () => room.fay.get('/api/stage', { authorization: `Stage ${key}` })
      return { socket: room.listenAsScreen(key), lose: () => room.fayDoes('stage/close'), ask }
    },
    hears: 'noSuchStage',
  },
]

/** By itself: what the others lose makes the server look at everybody. */
const expiry: Loss = {
  how: 'a guest link expires',
  arrive: async (room) => {
    const { gus } = await asGuest(room, 1)
    const lose = async () => room.pass(HOUR_MS)
    return { socket: room.listen(gus), lose, ask: () => room.read(gus) }
  },
  hears: 'noSuchMeeting',
}

/** Fay types twenty times a second; Sam reads along, and loses nothing. */
async function openRoom(server: TestServer, pass: (ms: number) => void) {
  const fay = await server.visitor('Fay')
  const sam = await server.visitor('Sam')
  const { postmortemId } = await startedPostmortem(fay)
  const path = `/api/postmortems/${postmortemId}`
  await sam.join(postmortemId)
  const connect = ({ cookie }: Visitor) =>
    connectClient({ address: server.address, postmortemId, headers: { cookie } })
  const [typing, reading] = [connect(fay), connect(sam)]
  for (const client of [typing, reading]) onTestFinished(client.close)
  await vi.waitFor(() => expect([typing.isSynced(), reading.isSynced()]).toEqual([true, true]))
  const content = contentDocumentName(postmortemId)
  const attached = (socket: RawSocket) => {
    onTestFinished(socket.close)
    void socket.opened.then(() => {
      for (const name of [content, presenceDocumentName(postmortemId)]) socket.send(frames.attach(name))
      socket.send(frames.sync(content, 0, Y.encodeStateVector(new Y.Doc())))
    })
    return socket
  }
  let edits = 0
  return {
    server,
    fay,
    sam,
    pass,
    postmortemId,
    type: () => {
      edits++
      typing.edit((doc) => summaryOf(doc).insert(0, 'x'))
    },
    written: () => edits,
    relayed: () => summaryOf(reading.doc).length,
    fayDoes: (what: string, body?: unknown) => fay.post(`${path}/${what}`, body),
    read: (who: Visitor) => who.get(path),
    listen: ({ cookie }: Visitor) => attached(openRawSocket(syncUrl(server.address), { cookie })),
    listenAsScreen: (stage: string) => attached(openRawSocket(syncUrl(server.address, { stage }))),
    listenAsScript: ({ cookie }: Visitor) => {
      const url = `${server.address.replace('http', 'ws')}/yws/${content}?editor=${EDITOR_SCHEMA}`
      const socket = openRawSocket(url, { cookie })
      onTestFinished(socket.close)
      return socket
    },
  }
}

test.each([
  ['somebody takes it from them', losses],
  ['their time is up', [expiry]],
])(
  'once %s, nobody hears anything more within two seconds, while the others write on and read on',
  {
    timeout: 60_000,
  },
  async (_, losses) => {
    const startedAt = performance.now()
    let passedMs = Date.UTC(2026, 2, 10, 10)
    const server = await startTestServer({
      clock: () => passedMs + Math.floor(performance.now() - startedAt),
    })
    const rooms: { room: Room; loss: Loss; reader: Awaited<ReturnType<Loss['arrive']>> }[] = []
    for (const loss of losses) {
      const room = await openRoom(server, (ms) => {
        passedMs += ms
      })
      rooms.push({ room, loss, reader: await loss.arrive(room) })
    }
    let isOver = false
    const typing = (async () => {
      while (!isOver) {
        for (const { room } of rooms) room.type()
        await pause(EDIT_EVERY_MS)
      }
    })()

    const lost = await Promise.all(
      rooms.map(async ({ reader: { socket, lose, ask }, room, loss: { how, hears } }) => {
        await vi.waitFor(() => expect(socket.received.length, how).toBeGreaterThan(10), 5_000)
        await lose()
        const answeredAt = performance.now()
        const { body } = (await ask()) as { body: { reason?: string } } // every door answers so
        expect([how, body.reason]).toEqual([how, hears])
        await pause(Math.max(0, answeredAt + PROMISED_MS - performance.now()))
        const heardByThen = socket.received.length
        const written = room.written()
        // What reaches Sam now would reach everybody who may hear it.
        await vi.waitFor(() => expect(room.relayed(), how).toBeGreaterThan(written + 10), 5_000)
        return {
          how,
          messagesLater: socket.received.length - heardByThen,
          lastByteAfterMs: Math.max(0, socket.lastHeardAt() - answeredAt),
        }
      }),
    )
    isOver = true
    await typing

    expect(lost.filter(({ messagesLater }) => messagesLater > 0)).toEqual([])
    expect(lost.filter(({ lastByteAfterMs }) => lastByteAfterMs > PROMISED_MS)).toEqual([])
  },
)
