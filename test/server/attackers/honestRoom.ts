import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import type { PostmortemId } from '../../../shared/ids.ts'
import { type Client, connectClient } from '../../harness/connectClient.ts'

export type HonestRoom = {
  /** Somebody writes, and everybody else sees it; how long that took for each of them, in ms. */
  step: () => Promise<number[]>
  steps: () => number
  /** Whom the last of them sees in the places of the others. */
  faces: () => unknown[]
  /** Codes with which the server closed one of their sockets. */
  closes: () => number[]
  /** All of it is on disk. */
  barrier: () => Promise<void>
  close: () => void
}

const SEEN_WITHIN_MS = 10_000
/** Yjs client ids of the room, so that two runs of one script write the very same bytes. */
export const writesAs = (seat: number) => 1_000 + seat

/** Five people who write one text together, each when it is their turn: a script that is the same in every run. */
export async function openHonestRoom(
  address: string,
  postmortemId: PostmortemId,
  cookies: readonly string[],
): Promise<HonestRoom & { victim: { writes: number; shows: number } }> {
  const clients: Client[] = []
  for (const [seat, cookie] of cookies.entries()) {
    const doc = new Y.Doc()
    doc.clientID = writesAs(seat)
    const client = connectClient({ address, postmortemId, headers: { cookie }, withPresence: true, doc })
    client.presence.setLocalState({ editing: null })
    clients.push(client)
    await until(client.isSynced)
  }
  const [first, last] = [clients[0], clients.at(-1)]
  if (!first || !last) throw new Error('Nobody came.')
  const faces = () =>
    clients.map(({ presence }) => last.presence.getStates().get(presence.clientID)?.person).slice(0, -1)
  await until(() => !faces().includes(undefined))
  let steps = 0

  return {
    victim: { writes: first.doc.clientID, shows: first.presence.clientID },
    steps: () => steps,
    step: async () => {
      const writer = clients[steps % clients.length] ?? first
      const others = clients.filter((client) => client !== writer)
      const since = performance.now()
      writer.edit((doc) => write(doc, steps))
      steps++
      const end = Y.getState(writer.doc.store, writer.doc.clientID)
      return Promise.all(others.map((other) => seen(other.doc, writer.doc.clientID, end, since)))
    },
    faces,
    closes: () => clients.flatMap(({ closes }) => closes),
    barrier: async () => {
      for (const client of clients) await client.barrier()
    },
    close: () => {
      for (const client of clients) client.close()
    },
  }
}

/** Text, records and deletions, of everybody in the same places. */
function write(doc: Y.Doc, step: number): void {
  const summary = doc.getText('summary')
  summary.insert(summary.length, `${step} `)
  if (step % 4 === 3) summary.delete(0, 2)
  if (step % 3 === 0) doc.getMap('proof').set(`key ${step % 7}`, new Y.Map([['step', step]]))
}

function seen(doc: Y.Doc, writer: number, end: number, since: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('An edit of the room did not arrive.')), SEEN_WITHIN_MS)
    const look = () => {
      if (Y.getState(doc.store, writer) < end) return
      doc.off('afterTransaction', look)
      clearTimeout(late)
      resolve(performance.now() - since)
    }
    doc.on('afterTransaction', look)
    look()
  })
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5)
}
