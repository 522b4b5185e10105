import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { quantile } from '../bench/quantile.ts'
import { type Asking, signIn } from '../harness/askServer.ts'
import { seededRandom } from '../harness/seededRandom.ts'
import { spawnServer } from '../harness/spawnServer.ts'
import { type Resources, resourcesOf, tellingArgv } from './resourcesOf.ts'
import { slopeOf } from './slopeOf.ts'
import { openSoakRoom } from './soakRoom.ts'

export type SoakResult = {
  minutes: number
  rooms: number
  people: number
  edits: number
  latencyMs: { first: Latency; last: Latency }
  /** By least squares over everything after the warm-up; heap: after garbage collection. */
  slopeMiBPerHour: { rss: number; heap: number }
  rssMiB: { first: number; last: number }
  heapMiB: { first: number; last: number }
  externalMiB: { first: number; last: number }
  openFiles: { first: number; last: number }
  /** Of what keeps the process alive, by type. */
  handles: { first: Resources['handles']; last: Resources['handles'] }
}
type Latency = { edits: number; p50: number; p95: number }

/** Each person changes something so often, on average. */
const EDIT_EVERY_MS = 1_000
const BLINK_EVERY_MS = 5_000
const HAND_EVERY_MS = 15_000
const SAMPLES = 120
const LEAST_SAMPLE_MS = 3_000
/** The part of the time that is not measured: code gets compiled, caches and buffers find their size. */
const WARM_UP = 0.2
const MOST_WINDOW_MS = 5 * 60_000

/** Rooms full of people who write, lose the line and come back, for so many minutes; then it stops by itself. */
export async function runSoak(
  { minutes, rooms: roomCount, people: peopleCount }: { minutes: number; rooms: number; people: number },
  say: (line: string) => void,
): Promise<SoakResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-soak-'))
  const names = roomCount * peopleCount
  const variables = { LIMIT_NAMES_PER_TEN_MINUTES: String(names + 1) }
  const server = await spawnServer({ dataDir, execArgv: tellingArgv, variables })
  const random = seededRandom(1)
  const latencies: { at: number; ms: number }[] = []
  const samples: (Resources & { at: number })[] = []
  const rooms = await Promise.all(
    Array.from({ length: roomCount }, async (_, room) => {
      const people: Asking[] = []
      for (let person = 0; person < peopleCount; person++) {
        people.push({
          address: server.address,
          ...(await signIn(server.address, `Person ${room} ${person}`)),
        })
      }
      return openSoakRoom(people, random, (ms) => latencies.push({ at: performance.now(), ms }))
    }),
  )
  while (!rooms.every((room) => room.isReady())) await pause(50)

  const startedAt = performance.now()
  const lengthMs = minutes * 60_000
  let fault: unknown = null
  const timers = [
    setInterval(() => random.pick(rooms).type(), EDIT_EVERY_MS / names),
    setInterval(() => random.pick(rooms).blink(), BLINK_EVERY_MS),
    setInterval(() => {
      random
        .pick(rooms)
        .raiseHand()
        .catch((error: unknown) => {
          fault ??= error
        })
    }, HAND_EVERY_MS / roomCount),
  ]
  try {
    while (performance.now() - startedAt < lengthMs) {
      await pause(Math.max(LEAST_SAMPLE_MS, lengthMs / SAMPLES))
      const sample = { ...(await resourcesOf(server.process)), at: performance.now() }
      samples.push(sample)
      const minute = ((sample.at - startedAt) / 60_000).toFixed(1)
      say(
        `${minute} min: rss ${sample.rssMiB.toFixed(1)} MiB, heap ${sample.heapMiB.toFixed(1)} MiB, ${sample.openFiles} files`,
      )
      if (fault) throw fault
    }
  } finally {
    for (const timer of timers) clearInterval(timer)
    for (const room of rooms) room.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }

  const measured = samples.filter(({ at }) => at - startedAt >= lengthMs * WARM_UP)
  const [first, last] = [measured[0], measured.at(-1)]
  if (!first || !last) throw new Error('The soak was too short to measure anything.')
  const slope = (of: (sample: Resources) => number) =>
    inHundredths(slopeOf(measured.map((sample) => ({ x: sample.at / 3_600_000, y: of(sample) }))))
  const windowMs = Math.min(MOST_WINDOW_MS, lengthMs / 4)
  const within = (from: number, to: number) =>
    latencyOf(latencies.filter(({ at }) => at >= from && at < to).map(({ ms }) => ms))
  const both = (of: (sample: Resources) => number) => ({
    first: inHundredths(of(first)),
    last: inHundredths(of(last)),
  })
  return {
    minutes,
    rooms: roomCount,
    people: names,
    edits: rooms.reduce((sum, room) => sum + room.edits(), 0),
    latencyMs: {
      first: within(startedAt, startedAt + windowMs),
      last: within(startedAt + lengthMs - windowMs, Number.POSITIVE_INFINITY),
    },
    slopeMiBPerHour: { rss: slope(({ rssMiB }) => rssMiB), heap: slope(({ heapMiB }) => heapMiB) },
    rssMiB: both(({ rssMiB }) => rssMiB),
    heapMiB: both(({ heapMiB }) => heapMiB),
    externalMiB: both(({ externalMiB }) => externalMiB),
    openFiles: both(({ openFiles }) => openFiles),
    handles: { first: first.handles, last: last.handles },
  }
}

const latencyOf = (values: number[]): Latency => ({
  edits: values.length,
  p50: inHundredths(quantile(values, 0.5)),
  p95: inHundredths(quantile(values, 0.95)),
})

const inHundredths = (value: number): number => Math.round(value * 100) / 100
