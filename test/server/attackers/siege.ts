import { EDITOR_SCHEMA } from '../../../shared/content/contentDoc.ts'
import type { MeetingId, PostmortemId } from '../../../shared/ids.ts'
import { contentDocumentName, presenceDocumentName } from '../../../shared/wire/documentNames.ts'
import { joinMeetingEndpoint } from '../../../shared/wire/postmortems.ts'
import { askServer, signIn, startPostmortem } from '../../harness/askServer.ts'
import { syncUrl } from '../../harness/connectClient.ts'
import { ownWith } from '../../harness/owners.ts'
import { frames, openRawSocket, type RawSocket } from '../../harness/rawSocket.ts'

/** A room full of honest people, and what somebody with bad intentions knows of it. */
export type Siege = {
  address: string
  /** Lets the attackers in as colleagues: those who belong are the worst. */
  ownerCookie: string
  postmortemId: PostmortemId
  meetingId: MeetingId
  content: string
  presence: string
  /** The Yjs and the awareness client id of somebody in the room. */
  victim: { writes: number; shows: number }
}

/** What came of an attack: how much was sent, and how each line it was sent on ended. */
export type Blow = { messages: number; bytes: number; endings: string[] }

export type Attack = {
  /** As it stands in the report. */
  name: string
  /** How its lines end: the first way at least once, and no other way than these. `unheard`: nothing happens. */
  ends: readonly string[]
  strike: (siege: Siege) => Promise<Blow>
}

type Headers = { cookie: string }

let people = 0

/** Who attacks, again and again under the same name; empty where everybody who strikes is new. */
const gang: Record<'strangers' | 'members' | 'observers', Headers[]> = {
  strangers: [],
  members: [],
  observers: [],
}

/** Puts new people in the places of those who have attacked so far. */
export async function gather(siege: Siege): Promise<void> {
  gang.strangers = [await signUp(siege)]
  gang.observers = [await join(siege, true)]
  gang.members = [await join(siege, false), await join(siege, false), await join(siege, false)]
}

function nextOf(people: Headers[]): Headers | null {
  const next = people.shift()
  if (next) people.push(next)
  return next ?? null
}

/** Somebody the server knows, who is not in the room. */
export const stranger = async (siege: Siege): Promise<Headers> =>
  nextOf(gang.strangers) ?? (await signUp(siege))

export const member = async (siege: Siege, asObserver = false): Promise<Headers> =>
  nextOf(gang[asObserver ? 'observers' : 'members']) ?? (await join(siege, asObserver))

function signUp({ address, ownerCookie }: Siege): Promise<Headers> {
  ownWith(address, ownerCookie)
  return signIn(address, `Mallory ${++people}`)
}

async function join(siege: Siege, asObserver: boolean): Promise<Headers> {
  const headers = await signUp(siege)
  const params = { postmortemId: siege.postmortemId }
  await askServer({ ...siege, ...headers }, joinMeetingEndpoint, { params, body: { asObserver } })
  return headers
}

/** A postmortem of their own, which nobody of the room has anything to do with. */
export const ownPostmortem = ({ address }: Siege, headers: Headers) =>
  startPostmortem({ address, ...headers }, 'Mallory’s own')

export type Line = {
  socket: RawSocket
  say: (message: Uint8Array | string) => void
  /** What was sent so far, and how it ended. */
  blow: () => Promise<Blow>
}

/** A socket in the room; with `document`, opened and answered. */
export async function openLine(
  siege: Siege,
  headers: Record<string, string>,
  { document, path }: { document?: string; path?: string } = {},
): Promise<Line> {
  const url = path === undefined ? syncUrl(siege.address) : siege.address.replace('http', 'ws') + path
  const socket = openRawSocket(url, headers)
  let messages = 0
  let bytes = 0
  const say = (message: Uint8Array | string) => {
    messages++
    bytes += message.length
    if (socket.isOpen()) socket.send(message) // who is known by now may not be let in at all
  }
  await Promise.race([socket.opened, socket.closed])
  if (document !== undefined) {
    say(frames.attach(document))
    await Promise.race([heard(socket, 1), socket.closed])
  }
  const blow = async () => {
    const ending = await Promise.race([
      socket.closed.then(inWords),
      path === undefined ? answered(socket, siege.content) : patience(),
    ])
    socket.close()
    return { messages, bytes, endings: [ending] }
  }
  return { socket, say, blow }
}

export const inWords = (code: number): string => (code < 1_000 ? `HTTP ${code}` : `closed ${code}`)

/** The server answers one message after the other: once it tells the time, it has heard all that came before. */
async function answered(socket: RawSocket, content: string): Promise<string> {
  const isTime = (bytes: Uint8Array) => new TextDecoder().decode(bytes).includes('"type":"time"')
  if (!socket.isOpen()) return never
  socket.send(frames.attach(content)) // where it is open already, this is passed over
  socket.send(frames.stateless(content, JSON.stringify({ type: 'askTime', sentAt: 5 })))
  while (!socket.received.some(isTime)) await heard(socket, socket.received.length + 1)
  return 'unheard'
}

const never = new Promise<string>(() => {})
const QUIET_MS = 5_000
const patience = () => new Promise<string>((resolve) => setTimeout(() => resolve('unheard'), QUIET_MS))

const heard = (socket: RawSocket, count: number): Promise<void> =>
  new Promise((resolve) => {
    const look = () => (socket.received.length >= count ? resolve() : void setTimeout(look, 2))
    look()
  })

export const together = (blows: Blow[]): Blow => ({
  messages: blows.reduce((sum, { messages }) => sum + messages, 0),
  bytes: blows.reduce((sum, { bytes }) => sum + bytes, 0),
  endings: blows.flatMap(({ endings }) => endings),
})

export const yWebsocketPath = (postmortemId: PostmortemId) =>
  `/yws/${contentDocumentName(postmortemId)}?editor=${EDITOR_SCHEMA}`

export const namesOf = (postmortemId: PostmortemId) => ({
  content: contentDocumentName(postmortemId),
  presence: presenceDocumentName(postmortemId),
})
