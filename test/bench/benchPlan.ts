/** How long and how often to measure. */
export type BenchPlan = {
  rounds: number
  /** Typed before the clock counts, so that code is compiled and buffers have their size. */
  warmUpSeconds: number
  latencySeconds: number
  clientCounts: number[]
  load: { rooms: number; clientsPerRoom: number; rounds: number; seconds: number }
  joinsPerRound: number
  /** Sessions of two hours that one document is edited for. */
  growthSessions: number
}

export const fullPlan: BenchPlan = {
  rounds: 3,
  warmUpSeconds: 1,
  latencySeconds: 4,
  clientCounts: [2, 10, 30],
  load: { rooms: 20, clientsPerRoom: 10, rounds: 3, seconds: 8 },
  joinsPerRound: 12,
  growthSessions: 50,
}

/** Shows that everything can be measured; its figures are worth nothing. */
export const quickPlan: BenchPlan = {
  rounds: 1,
  warmUpSeconds: 0.2,
  latencySeconds: 0.6,
  clientCounts: [2, 10, 30],
  load: { rooms: 20, clientsPerRoom: 10, rounds: 1, seconds: 1 },
  joinsPerRound: 1,
  growthSessions: 3,
}
