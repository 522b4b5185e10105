import { performance } from 'node:perf_hooks'
import type { BenchPlan } from './benchPlan.ts'
import { type BenchServer, type Say, type ServerKind, type StartServer, serverKinds } from './benchServer.ts'
import { type Figure, figureOf } from './figure.ts'
import { fill } from './measureLatency.ts'
import { typeTogether } from './typeTogether.ts'

type Load = { cpuMsPer1000: number; rssMiB: number; bytesPerEdit: number | null; clientsBusy: number }

/** Many rooms at once, each server fresh, so that memory is of these rooms alone. */
export async function measureLoad(
  startByKind: Record<ServerKind, StartServer>,
  { load: plan, warmUpSeconds }: BenchPlan,
  say: Say,
): Promise<Figure[]> {
  const loadsByKind = new Map<ServerKind, Load[]>(serverKinds.map((kind) => [kind, []]))
  for (let round = 1; round <= plan.rounds; round++) {
    for (const kind of serverKinds) {
      const server = await startByKind[kind]()
      const load = await loadOf(server, plan, warmUpSeconds).finally(() => server.stop())
      loadsByKind.get(kind)?.push(load)
      const cpu = load.cpuMsPer1000.toFixed(1)
      say(
        `round ${round}: ${plan.rooms} rooms × ${plan.clientsPerRoom}, ${kind}: ${cpu} ms CPU per 1,000 deliveries, ${load.rssMiB.toFixed(0)} MiB`,
      )
      if (load.clientsBusy > 0.8) {
        say(
          `  the clients themselves were ${(load.clientsBusy * 100).toFixed(0)} % busy: read this with care`,
        )
      }
    }
  }
  const roundsOf = (read: (load: Load) => number | null) => {
    const rounds: Partial<Record<ServerKind, number[] | null>> = {}
    for (const [kind, loads] of loadsByKind) {
      const values = loads.map(read).filter((value) => value !== null)
      rounds[kind] = values.length > 0 ? values : null
    }
    return rounds
  }
  const size = `${plan.rooms}x${plan.clientsPerRoom}`
  return [
    figureOf(
      `cpuPer1000Deliveries.${size}`,
      'ms',
      roundsOf((load) => load.cpuMsPer1000),
    ),
    figureOf(
      `rss.${size}`,
      'MiB',
      roundsOf((load) => load.rssMiB),
    ),
    figureOf(
      'diskPerEdit',
      'B',
      roundsOf((load) => load.bytesPerEdit),
    ),
  ]
}

async function loadOf(server: BenchServer, plan: BenchPlan['load'], warmUpSeconds: number): Promise<Load> {
  const rooms = []
  for (let room = 0; room < plan.rooms; room++) {
    rooms.push(await fill(await server.openRoom(), plan.clientsPerRoom))
  }
  const emptyBytes = server.bytesOnDisk?.() ?? null
  const warmUp = await typeTogether(rooms, warmUpSeconds)
  const busyBefore = performance.eventLoopUtilization()
  const before = await server.usage()
  const { edits, deliveries } = await typeTogether(rooms, plan.seconds)
  const after = await server.usage()
  const { utilization } = performance.eventLoopUtilization(busyBefore)
  for (const client of rooms.flat()) client.close()
  const allEdits = edits + warmUp.edits
  const bytes = server.bytesOnDisk?.() ?? null
  return {
    cpuMsPer1000: ((after.cpuMs - before.cpuMs) / deliveries) * 1_000,
    rssMiB: after.rssMiB,
    bytesPerEdit: bytes === null || emptyBytes === null ? null : (bytes - emptyBytes) / allEdits,
    clientsBusy: utilization,
  }
}
