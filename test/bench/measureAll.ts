import type { BenchPlan } from './benchPlan.ts'
import type { RunningServers, Say, ServerKind, StartServer } from './benchServer.ts'
import type { Figure } from './figure.ts'
import { measureGrowth } from './measureGrowth.ts'
import { measureJoin } from './measureJoin.ts'
import { measureLatency } from './measureLatency.ts'
import { measureLoad } from './measureLoad.ts'
import { startOurServer } from './ourServer.ts'
import { startBareHocuspocus, startRelay, startYWebsocketServer } from './peerServers.ts'

const startByKind: Record<ServerKind, StartServer> = {
  ours: startOurServer,
  bareHocuspocus: startBareHocuspocus,
  yWebsocketServer: startYWebsocketServer,
  relay: startRelay,
}

/** Servers take turns within every round, so that whatever else this machine does hits all of them alike. */
export async function measureAll(plan: BenchPlan, say: Say): Promise<Figure[]> {
  const servers: RunningServers = {
    ours: await startByKind.ours(),
    bareHocuspocus: await startByKind.bareHocuspocus(),
    yWebsocketServer: await startByKind.yWebsocketServer(),
    relay: await startByKind.relay(),
  }
  try {
    const latency = await measureLatency(servers, plan, say)
    const join = await measureJoin(servers, plan, say)
    const load = await measureLoad(startByKind, plan, say)
    const growth = await measureGrowth(plan, say)
    return [...latency, ...load, ...join, ...growth]
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()))
  }
}
