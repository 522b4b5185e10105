import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import type { BenchPlan } from './benchPlan.ts'
import type { BenchClient, BenchRoom, RunningServers, Say, ServerKind } from './benchServer.ts'
import { type Figure, figureOf } from './figure.ts'
import { median } from './quantile.ts'
import { type TwoHourMeeting, twoHourMeeting } from './twoHourMeeting.ts'

/** Between two measurements, so that no server is still busy with the one who just left. */
const SETTLE_MS = 40

/** A relay keeps nothing a latecomer could be given. */
const joinable = ['ours', 'bareHocuspocus', 'yWebsocketServer'] as const

/**
 * From opening the socket to holding everything. `joinWarm`: others are in the room already. `joinCold`: the first
 * one in, after the server has forgotten the room; the peers have nothing to read it back from.
 */
export async function measureJoin(servers: RunningServers, plan: BenchPlan, say: Say): Promise<Figure[]> {
  const held = twoHourMeeting()
  say(`a meeting of two hours: ${held.edits} edits, ${Math.round(held.state.length / 1024)} KiB`)
  const warm: Partial<Record<ServerKind | 'applyAndRoundTrip', number[]>> = {}
  const cold: number[] = []
  const rooms = new Map<ServerKind, BenchRoom>()
  for (const kind of joinable) rooms.set(kind, await servers[kind].openRoom(held))
  const ourFirst = await enter(rooms.get('ours'))
  // Compiles what joining runs through, on both sides, before anything counts.
  for (let pass = 0; pass < 3; pass++) for (const room of rooms.values()) (await enter(room)).client.close()

  for (let round = 1; round <= plan.rounds; round++) {
    for (let join = 0; join < plan.joinsPerRound; join++) {
      // Each is first as often as last: a document that is let go of is swept up in somebody's time.
      const turns = [...joinable, 'applyAndRoundTrip' as const]
      for (const kind of [...turns.slice(join % turns.length), ...turns.slice(0, join % turns.length)]) {
        await pause(SETTLE_MS)
        const tookMs =
          kind === 'applyAndRoundTrip'
            ? applyMs(held) + (await roundTripMs(ourFirst.client))
            : await joinAndLeave(rooms.get(kind), held)
        warm[kind] = [...(warm[kind] ?? []), tookMs]
      }
    }
    const firstMs = await joinAndLeave(await servers.ours.openRoom(held), held)
    cold.push(firstMs)
    const joinedMs = median(warm.ours ?? [])
    say(`round ${round}: joined in ${joinedMs.toFixed(1)} ms, as the first in ${firstMs.toFixed(1)} ms`)
  }
  ourFirst.client.close()
  return [
    figureOf('joinWarm', 'ms', { ...warm, relay: null }),
    figureOf('joinCold', 'ms', {
      ours: cold,
      applyAndRoundTrip: warm.applyAndRoundTrip ?? null,
      bareHocuspocus: null,
      yWebsocketServer: null,
      relay: null,
    }),
  ]
}

async function joinAndLeave(room: BenchRoom | undefined, held: TwoHourMeeting): Promise<number> {
  const { client, tookMs } = await enter(room)
  checkComplete(client, held)
  client.close()
  return tookMs
}

async function enter(room: BenchRoom | undefined): Promise<{ client: BenchClient; tookMs: number }> {
  if (!room) throw new Error('The room is missing.')
  const open = await room.takeSeat()
  const from = performance.now()
  const client = await open()
  return { client, tookMs: performance.now() - from }
}

function applyMs({ state }: TwoHourMeeting): number {
  const doc = new Y.Doc()
  const from = performance.now()
  Y.applyUpdate(doc, state)
  return performance.now() - from
}

async function roundTripMs({ roundTrip }: BenchClient): Promise<number> {
  const from = performance.now()
  await roundTrip?.()
  return performance.now() - from
}

/** A quick answer with half of the document would be no join. */
function checkComplete({ doc }: BenchClient, { state }: TwoHourMeeting): void {
  const has = Y.decodeStateVector(Y.encodeStateVector(doc))
  for (const [writer, end] of Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))) {
    if ((has.get(writer) ?? 0) < end) throw new Error('Someone joined and does not have all of the meeting.')
  }
}
