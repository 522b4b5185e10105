import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { measuredArgs, usageOf } from '../bench/measuredProcess.ts'
import { quantile } from '../bench/quantile.ts'
import { allAttacks } from '../server/attackers/allAttacks.ts'
import type { HonestRoom } from '../server/attackers/honestRoom.ts'
import { prepareSiege } from '../server/attackers/prepareSiege.ts'
import { type Blow, together } from '../server/attackers/siege.ts'
import { NEIGHBOUR } from './neighbour.ts'

export type Delays = { p50: number; p95: number; edits: number }

export type AttackFigure = {
  name: string
  strikes: number
  messages: number
  bytes: number
  /** By ending, how many lines ended so. */
  endings: Record<string, number>
  /** Of the server, beyond what the room itself takes in that time. */
  cpuMs: number
  seconds: number
  quiet: Delays
  under: Delays
  ratio: { p50: number; p95: number }
}

export type AttackReport = {
  attacks: AttackFigure[]
  quiet: Delays
  under: Delays
  ratio: { p50: number; p95: number }
  /** Codes with which somebody of the room was hung up on: there should be none. */
  closedOnTheRoom: number[]
}

/** Beside each attack, in the same run, the room is timed in peace: the machine's own moods fall on both. */
const QUIET_SECONDS = 1.5
const ATTACK_SECONDS = 2
/** Nobody types faster than this, five people together neither. */
const STEP_EVERY_MS = 20
/** A few attackers come back as soon as they were hung up on, for as long as that. */
const STRIKES_AT_MOST = 200

export async function runAttacks(say: (line: string) => void): Promise<AttackReport> {
  const prepared = await prepareSiege()
  const { server, room, siege } = await prepared.open(measuredArgs)
  const attacker = fork('test/attack/attackerProcess.ts', { execArgv: measuredArgs.slice(0, 1) })
  try {
    await write(room, () => pause(2_000)) // everything is compiled and warm
    const attacks: AttackFigure[] = []
    const all: Record<'quiet' | 'under', number[]> = { quiet: [], under: [] }
    for (const name of [NEIGHBOUR, ...allAttacks.map((attack) => attack.name)]) {
      await order(attacker, { siege, name }) // once untimed, so that its making and first compiling are not
      await order(attacker, { siege }) // new attackers: the last ones have used up what anybody may
      const before = await usageOf(server.process)
      const quiet = await write(room, () => pause(QUIET_SECONDS * 1_000))
      const between = await usageOf(server.process)
      const since = performance.now()
      const blows: Blow[] = []
      const under = await write(room, async () => {
        while (blows.length < STRIKES_AT_MOST && performance.now() - since < ATTACK_SECONDS * 1_000)
          blows.push((await order(attacker, { siege, name })) as Blow) // by our own process
      })
      const seconds = (performance.now() - since) / 1_000
      const after = await usageOf(server.process)
      const ownMs = ((between.cpuMs - before.cpuMs) / quiet.length) * under.length
      if (name !== NEIGHBOUR) {
        all.quiet.push(...quiet)
        all.under.push(...under)
      }
      const { messages, bytes, endings } = together(blows)
      const figure: AttackFigure = {
        name,
        strikes: blows.length,
        messages,
        bytes,
        endings: Object.fromEntries(
          [...Map.groupBy(endings, (one) => one)].map(([end, { length }]) => [end, length]),
        ),
        cpuMs: Math.max(0, after.cpuMs - between.cpuMs - ownMs),
        seconds,
        quiet: delaysOf(quiet),
        under: delaysOf(under),
        ratio: ratioOf(quiet, under),
      }
      attacks.push(figure)
      say(`${name}: ${figure.ratio.p50.toFixed(2)}× at p50, ${figure.ratio.p95.toFixed(2)}× at p95`)
    }
    const { quiet, under } = all
    return {
      attacks,
      quiet: delaysOf(quiet),
      under: delaysOf(under),
      ratio: ratioOf(quiet, under),
      closedOnTheRoom: room.closes(),
    }
  } finally {
    attacker.kill()
    room.close()
    await server.stop()
    prepared.discard()
  }
}

/** The room writes for as long as `work` takes; how long each edit took to reach each of the others, in ms. */
async function write(room: HonestRoom, work: () => Promise<unknown>): Promise<number[]> {
  let isOver = false
  const worked = work().finally(() => {
    isOver = true
  })
  const delays: number[] = []
  while (!isOver) {
    const dueAt = performance.now() + STEP_EVERY_MS
    delays.push(...(await room.step()))
    await pause(Math.max(0, dueAt - performance.now()))
  }
  await worked
  return delays
}

async function order(attacker: ChildProcess, what: object): Promise<unknown> {
  const over = new AbortController()
  const gone = once(attacker, 'exit', { signal: over.signal }).then(() => {
    throw new Error(`The attackers’ process ended by itself at ${JSON.stringify(what)}.`)
  })
  const done = once(attacker, 'message', { signal: over.signal })
  attacker.send(what)
  const [answer] = await Promise.race([done, gone])
  gone.catch(() => {}) // nobody waits for it any more
  over.abort()
  return answer
}

const delaysOf = (delays: number[]): Delays => ({
  p50: quantile(delays, 0.5),
  p95: quantile(delays, 0.95),
  edits: delays.length,
})

const ratioOf = (quiet: number[], under: number[]) => ({
  p50: quantile(under, 0.5) / quantile(quiet, 0.5),
  p95: quantile(under, 0.95) / quantile(quiet, 0.95),
})
