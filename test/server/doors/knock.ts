import * as Y from 'yjs'
import { EDITOR_SCHEMA } from '../../../shared/content/contentDoc.ts'
import { syncUrl } from '../../harness/connectClient.ts'
import { frames, openRawSocket } from '../../harness/rawSocket.ts'
import type { Reader } from './openHouse.ts'
import type { Target } from './samples.ts'

/** All that an answer can tell by: apart from the time of day and the request's own number. */
export type Heard = { status: number; headers: Record<string, string>; body: string }

const tellsNothing = ['date', 'x-request-id']

export async function ask(
  address: string,
  { headers }: Pick<Reader, 'headers'>,
  route: string,
  params: Record<string, string>,
  body: unknown,
): Promise<Heard> {
  const [method = '', path = ''] = route.split(' ')
  const filled = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? missing(route, name))
  const response = await fetch(address + filled.replace('/{*address}', `/p/${params.postmortemId}`), {
    method,
    redirect: 'manual',
    // As if from another machine: this one may read the figures of the whole server.
    headers: {
      'x-forwarded-for': '203.0.113.9',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const told = [...response.headers].filter(([name]) => !tellsNothing.includes(name))
  return { status: response.status, headers: Object.fromEntries(told), body: await response.text() }
}

function missing(route: string, name: string): never {
  throw new Error(`The walk does not know what to put for ${name} in ${route}.`)
}

/** The doors by which documents are read, each by its own name for them. */
export const documentDoors: Record<
  string,
  (address: string, reader: Reader, target: Target) => Promise<string>
> = {
  'content on /sync': (address, reader, { postmortemId }) =>
    knockOnSync(address, reader, `content.${postmortemId}`),
  'presence on /sync': (address, reader, { postmortemId }) =>
    knockOnSync(address, reader, `presence.${postmortemId}`),
  'content on /yws/': (address, reader, { postmortemId }) =>
    knockOnYws(address, reader, `content.${postmortemId}`),
  'presence on /yws/': (address, reader, { postmortemId }) =>
    knockOnYws(address, reader, `presence.${postmortemId}`),
}

/** Asks for it, then speaks to it as if it were open, then asks again: what came back, and how it ended. */
async function knockOnSync(address: string, { headers, socketQuery }: Reader, name: string): Promise<string> {
  const socket = openRawSocket(syncUrl(address, socketQuery), headers)
  await Promise.race([socket.opened, socket.closed])
  if (socket.isOpen()) {
    socket.send(frames.attach(name))
    await Promise.race([heardMore(socket, 0), socket.closed])
    const doc = new Y.Doc()
    doc.getText('summary').insert(0, 'From outside')
    socket.send(frames.sync(name, 0, Y.encodeStateVector(new Y.Doc())))
    socket.send(frames.sync(name, 2, Y.encodeStateAsUpdate(doc)))
    socket.send(frames.awareness(name, [{ clientId: 1, clock: 1, state: {} }]))
    socket.send(frames.stateless(name, JSON.stringify({ type: 'askMeeting' })))
    const before = socket.received.length
    socket.send(frames.attach(name))
    await Promise.race([heardMore(socket, before), socket.closed])
  }
  const ended = socket.isOpen() ? 'stays open' : `closed with ${await socket.closed}`
  socket.close()
  return [...socket.received.map((frame) => textOf(frame).replaceAll(name, 'NAME')), ended].join('\n')
}

async function knockOnYws(address: string, { headers, socketQuery }: Reader, name: string): Promise<string> {
  const url = new URL(`/yws/${name}`, address.replace('http', 'ws'))
  for (const [key, value] of Object.entries({ editor: String(EDITOR_SCHEMA), ...socketQuery }))
    url.searchParams.set(key, value)
  const socket = openRawSocket(url.href, headers)
  await Promise.race([heardMore(socket, 0), socket.closed])
  // Denied, it is closed; let in, the first words are there.
  const ended =
    socket.received.length > 0 && socket.isOpen() ? 'stays open' : `closed with ${await socket.closed}`
  socket.close()
  return [...socket.received.map(textOf), ended].join('\n')
}

const textOf = (frame: Uint8Array): string => Buffer.from(frame).toString('latin1')

async function heardMore({ received }: { received: Uint8Array[] }, than: number): Promise<void> {
  while (received.length <= than) await new Promise((looked) => setTimeout(looked, 2))
}
