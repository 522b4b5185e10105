import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type * as Y from 'yjs'
import type { BenchClient } from './benchServer.ts'

export type TypedTogether = {
  /** From the edit to its being applied at each of the others, in ms. */
  delaysMs: number[]
  edits: number
  /** Edits times the others in the room. */
  deliveries: number
}

const EDIT_EVERY_MS = 200
const ARRIVAL_DEADLINE_MS = 10_000

/** Everybody in every room types five letters a second, each in a text of their own, never two at the same moment. */
export async function typeTogether(rooms: BenchClient[][], seconds: number): Promise<TypedTogether> {
  const delaysMs: number[] = []
  const stopWatching = rooms.map((clients) => watchArrivals(clients, delaysMs))
  const writers = rooms.flat()
  let edits = 0
  let deliveries = 0
  const othersOf = new Map(rooms.flatMap((clients) => clients.map((client) => [client, clients.length - 1])))
  const startedAt = performance.now()
  const turnMs = EDIT_EVERY_MS / writers.length
  for (let turn = 0; performance.now() - startedAt < seconds * 1_000; turn++) {
    const dueInMs = startedAt + turn * turnMs - performance.now()
    if (dueInMs > 0) await pause(dueInMs)
    const client = writers[turn % writers.length]
    if (!client) break // no one types in an empty room
    edits++
    deliveries += othersOf.get(client) ?? 0
    const text = client.doc.getText(`typed by ${client.doc.clientID}`)
    text.insert(text.length, 'a')
  }
  const deadline = performance.now() + ARRIVAL_DEADLINE_MS
  while (delaysMs.length < deliveries && performance.now() < deadline) await pause(5)
  for (const stop of stopWatching) stop()
  if (delaysMs.length !== deliveries) throw new Error(`${delaysMs.length} of ${deliveries} edits arrived.`)
  return { delaysMs, edits, deliveries }
}

/** Yjs numbers a writer's letters, so an edit is recognised at the other end even when several arrive as one. */
function watchArrivals(clients: BenchClient[], delaysMs: number[]): () => void {
  const typedAtByWriter = new Map<number, Map<number, number>>()
  const onTransaction = ({ local, beforeState, afterState }: Y.Transaction, doc: Y.Doc) => {
    const now = performance.now()
    if (local) {
      const typedAt = typedAtByWriter.get(doc.clientID) ?? new Map<number, number>()
      typedAtByWriter.set(doc.clientID, typedAt.set(beforeState.get(doc.clientID) ?? 0, now))
      return
    }
    for (const [writer, end] of afterState) {
      for (let letter = beforeState.get(writer) ?? 0; letter < end; letter++) {
        const typedAt = typedAtByWriter.get(writer)?.get(letter)
        if (typedAt !== undefined) delaysMs.push(now - typedAt)
      }
    }
  }
  for (const { doc } of clients) doc.on('afterTransaction', onTransaction)
  return () => {
    for (const { doc } of clients) doc.off('afterTransaction', onTransaction)
  }
}
