import type { BenchPlan } from './benchPlan.ts'
import {
  type BenchClient,
  type BenchRoom,
  type RunningServers,
  type Say,
  type ServerKind,
  serverKinds,
} from './benchServer.ts'
import { type Figure, figureOf } from './figure.ts'
import { quantile } from './quantile.ts'
import { typeTogether } from './typeTogether.ts'

/** From a letter typed to the same letter in everybody else's document, with few and with many in one room. */
export async function measureLatency(servers: RunningServers, plan: BenchPlan, say: Say): Promise<Figure[]> {
  const p50 = new Map<string, number[]>()
  const p99 = new Map<string, number[]>()
  const keep = (into: Map<string, number[]>, key: string, value: number) =>
    into.set(key, [...(into.get(key) ?? []), value])

  for (let round = 1; round <= plan.rounds; round++) {
    for (const count of plan.clientCounts) {
      for (const kind of serverKinds) {
        const clients = await fill(await servers[kind].openRoom(), count)
        await typeTogether([clients], plan.warmUpSeconds)
        const { delaysMs } = await typeTogether([clients], plan.latencySeconds)
        for (const client of clients) client.close()
        const [half, most] = [quantile(delaysMs, 0.5), quantile(delaysMs, 0.99)]
        keep(p50, `${kind} ${count}`, half)
        keep(p99, `${kind} ${count}`, most)
        say(`round ${round}: ${count} clients, ${kind}: p50 ${half.toFixed(2)} ms, p99 ${most.toFixed(1)} ms`)
      }
    }
  }
  const roundsOf = (from: Map<string, number[]>, count: number) => {
    const rounds: Partial<Record<ServerKind, number[]>> = {}
    for (const kind of serverKinds) rounds[kind] = from.get(`${kind} ${count}`) ?? []
    return rounds
  }
  return plan.clientCounts.flatMap((count) => [
    figureOf(`latencyP50.${count}`, 'ms', roundsOf(p50, count)),
    figureOf(`latencyP99.${count}`, 'ms', roundsOf(p99, count)),
  ])
}

/** One after the other: a crowd at the door is not what is measured here. */
export async function fill(room: BenchRoom, count: number): Promise<BenchClient[]> {
  const clients: BenchClient[] = []
  for (let seat = 0; seat < count; seat++) clients.push(await (await room.takeSeat())())
  return clients
}
