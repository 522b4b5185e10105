import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { type SeededRandom, seededRandom } from '../harness/seededRandom.ts'
import { connectSaving } from './connectSaving.ts'
import { offlineSpells } from './offlineSpells.ts'
import { startWriter, type Writer } from './startWriter.ts'
import {
  type KillKind,
  QUIET_ROOM,
  READER,
  ROOMS,
  roomOfWriter,
  type TortureTarget,
  WRITERS,
} from './tortureTarget.ts'
import { writtenWords } from './writtenWords.ts'

export type TortureResult = {
  kills: number
  byKind: Partial<Record<KillKind, number>>
  /** How often somebody was without a line across kills. */
  offlineSpells: number
  /** Changes that were shown as stored, and how many of them took something away. */
  acknowledged: number
  deletions: number
  /** Moves of the meetings that were confirmed, and the checkpoints that were made of all of them. */
  commands: number
  checkpoints: number
  /** Words shown as stored that then were not, or taken away and back; and words that stood there twice. */
  lost: number
  doubled: number
}

const DEADLINE_MS = 20_000
const STEERED = 0.5

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
  const spells = offlineSpells(writers, random)
  const byKind: TortureResult['byKind'] = {}
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
    return target.checkMeetings()
  }
  const sum = (count: (writer: Writer) => number) =>
    writers.reduce((total, writer) => total + count(writer), 0)
  const acknowledged = () => sum(({ ledger }) => ledger.acknowledged())

  /** People type, a meeting may move on, somebody may lose the line; and then the power fails. */
  const killOnce = async (): Promise<KillKind> => {
    const kind = random.pick(target.kinds)
    await target.prepare(kind, random)
    if (random.next() < STEERED && kind !== 'checkpointing') {
      const steered = target.steer(random.between(0, QUIET_ROOM - 1))
      await (kind === 'compacting' ? steered.catch(() => {}) : steered) // the power may have failed already
    }
    spells.begin()
    await pause(killMoment(random))
    for (const writer of writers) throwIfHungUpOn(writer)
    if (kind === 'compacting') random.pick(spells.online()).paste()
    return target.kill(kind, random)
  }

  try {
    for (let kill = 1; kill <= kills; kill++) {
      await connectAll(spells.back())
      const kind = await killOnce()
      byKind[kind] = (byKind[kind] ?? 0) + 1
      await until('everybody has noticed', () => writers.every((writer) => !writer.isLive()))
      await target.restart()
      await look()
      say(`kill ${kill}, ${kind}: ${acknowledged()} acknowledged, ${lost.size} lost, ${doubled.size} doubled`)
    }
    await connectAll(writers)
    await Promise.all(writers.map((writer) => writer.stopTyping()))
    await until('everything is saved', () => writers.every((writer) => writer.isSaved()))
    const meetings = await look()
    return {
      kills,
      byKind,
      offlineSpells: spells.count(),
      acknowledged: acknowledged(),
      deletions: sum(({ ledger }) => ledger.acknowledgedDeletions()),
      ...meetings,
      lost: lost.size,
      doubled: doubled.size,
    }
  } finally {
    await Promise.all(writers.map((writer) => writer.stopTyping()))
    for (const writer of writers) writer.close()
  }
}

/** In ms. Often so early that those who come back are still handing over what they wrote meanwhile. */
const killMoment = (random: SeededRandom) =>
  random.next() < 0.4 ? random.between(0, 100) : random.between(100, 2_000)

async function connectAll(writers: readonly Writer[]): Promise<void> {
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
