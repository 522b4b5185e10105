import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { type SeededRandom, seededRandom } from '../harness/seededRandom.ts'
import { connectSaving } from './connectSaving.ts'
import { startWriter, type Writer } from './startWriter.ts'
import { QUIET_ROOM, READER, ROOMS, roomOfWriter, type TortureTarget, WRITERS } from './tortureTarget.ts'
import { writtenWords } from './writtenWords.ts'

/** `acknowledged`: changes that were shown as stored. `lost`, `doubled`: words that then were not, or twice. */
export type TortureResult = { kills: number; acknowledged: number; lost: number; doubled: number }

const DEADLINE_MS = 20_000

/**
 * Kills the server while five people type. After each restart somebody new opens every room and looks, before those
 * who typed are back: their own copies would fill every gap.
 */
export async function runTorture(
  target: TortureTarget,
  { kills, seed, say }: { kills: number; seed: number; say: (line: string) => void },
): Promise<TortureResult> {
  const random = seededRandom(seed)
  const untouched = stateOf(await openAsStranger(target, QUIET_ROOM))
  const writers = Array.from({ length: WRITERS }, (_, writer) =>
    startWriter(writer, target.seat(roomOfWriter(writer), writer), seededRandom(seed + writer + 1)),
  )
  const lost = new Set<string>()
  const doubled = new Set<string>()
  const look = async () => {
    for (let room = 0; room < ROOMS; room++) {
      const doc = await openAsStranger(target, room)
      if (room === QUIET_ROOM && stateOf(doc) !== untouched) {
        throw new Error('A room that nobody touched came back different.')
      }
      const found = writtenWords(doc)
      for (const [writer, { ledger }] of writers.entries()) {
        if (roomOfWriter(writer) !== room) continue
        const compared = ledger.compare(found)
        for (const word of compared.lost) lost.add(word)
        for (const word of compared.doubled) doubled.add(word)
      }
    }
  }
  const acknowledged = () => writers.reduce((sum, { ledger }) => sum + ledger.acknowledged(), 0)

  try {
    for (let kill = 1; kill <= kills; kill++) {
      await connectAll(writers)
      await pause(killMoment(random))
      for (const writer of writers) throwIfHungUpOn(writer)
      await target.kill()
      await until('everybody has noticed', () => writers.every((writer) => !writer.isLive()))
      await target.restart()
      await look()
      say(`kill ${kill}: ${acknowledged()} acknowledged, ${lost.size} lost, ${doubled.size} doubled`)
    }
    await connectAll(writers)
    await Promise.all(writers.map((writer) => writer.stopTyping()))
    await until('everything is saved', () => writers.every((writer) => writer.isSaved()))
    await look()
    return { kills, acknowledged: acknowledged(), lost: lost.size, doubled: doubled.size }
  } finally {
    await Promise.all(writers.map((writer) => writer.stopTyping()))
    for (const writer of writers) writer.close()
  }
}

/** In ms. Often so early that those who come back are still handing over what they wrote meanwhile. */
const killMoment = (random: SeededRandom) =>
  random.next() < 0.4 ? random.between(0, 100) : random.between(100, 2_000)

async function connectAll(writers: Writer[]): Promise<void> {
  for (const writer of writers) writer.connect()
  await until('everybody is connected', () => {
    for (const writer of writers) throwIfHungUpOn(writer)
    return writers.every((writer) => writer.isLive())
  })
}

/** Everybody here behaves as a page of ours does: a server that hangs up on one of them is wrong about it. */
function throwIfHungUpOn(writer: Writer): void {
  const refusal = writer.refusal()
  if (refusal !== null) throw new Error(`The server hung up on an honest page: ${refusal}`)
}

/** What the server alone has. */
async function openAsStranger(target: TortureTarget, room: number): Promise<Y.Doc> {
  const stranger = connectSaving(target.seat(room, READER), () => {})
  try {
    stranger.connect()
    await until(`room ${room} opens`, stranger.isLive)
    return stranger.doc
  } finally {
    stranger.close()
  }
}

const stateOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')

async function until(what: string, isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`After ${DEADLINE_MS / 1_000} s still not: ${what}.`)
    await pause(5)
  }
}
