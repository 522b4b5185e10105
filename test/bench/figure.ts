import type { ServerKind } from './benchServer.ts'
import { median } from './quantile.ts'

export type Peer = Exclude<ServerKind, 'ours'> | 'applyAndRoundTrip' | 'contentAlone'

/** One measured thing. A peer that cannot do it at all is null, and so is its ratio: ours divided by the peer's. */
export type Figure = {
  id: string
  unit: string
  ours: number
  peers: Partial<Record<Peer, number | null>>
  ratio: Partial<Record<Peer, number | null>>
}

/** What ours may be at most, as a multiple of a peer's. */
export type Target = { of: Peer; atMost: number }

export const targetById: Record<string, Target> = {
  ...Object.fromEntries(
    [2, 10, 30].map((count) => [`latencyP50.${count}`, { of: 'bareHocuspocus', atMost: 1.3 }]),
  ),
  'cpuPer1000Deliveries.20x10': { of: 'bareHocuspocus', atMost: 1.2 },
  joinWarm: { of: 'applyAndRoundTrip', atMost: 1.5 },
  ...Object.fromEntries(
    ['grownDocument', 'grownOnDisk', 'grownOnDiskAtMost'].map((id) => [
      id,
      { of: 'contentAlone', atMost: 2 },
    ]),
  ),
}

/** Of the rounds' values, by server, the median of each. */
export function figureOf(
  id: string,
  unit: string,
  roundsByServer: Partial<Record<Peer | 'ours', number[] | null>>,
): Figure {
  const { ours, ...peerRounds } = roundsByServer
  const our = median(ours ?? [])
  const peers: Figure['peers'] = {}
  const ratio: Figure['ratio'] = {}
  for (const [name, rounds] of Object.entries(peerRounds)) {
    const peer = name as Peer // the keys of the parameter's own type
    const value = rounds ? median(rounds) : null
    peers[peer] = value === null ? null : rounded(value)
    ratio[peer] = value === null || value === 0 ? null : rounded(our / value)
  }
  return { id, unit, ours: rounded(our), peers, ratio }
}

const rounded = (value: number) => Number(value.toPrecision(4))
