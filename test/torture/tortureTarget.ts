import type { SeededRandom } from '../harness/seededRandom.ts'

/** A way into one room for one person. */
export type Seat = { url: string; headers: Record<string, string>; documentName: string }

/** In the middle of what the server is killed. */
export const killKinds = ['typing', 'compacting', 'checkpointing', 'starting', 'slowDisk'] as const
export type KillKind = (typeof killKinds)[number]

/** A server that can be killed, with rooms in it. Its addresses stay the same after a restart. */
export type TortureTarget = {
  /** Those it knows; `typing` among them. */
  kinds: readonly KillKind[]
  seat: (room: number, person: number) => Seat
  /** Gets everything ready for such a kill, while people type. */
  prepare: (kind: KillKind, random: SeededRandom) => Promise<void>
  /** Resolves once the process is gone, with what it turned out to be in the middle of. */
  kill: (kind: KillKind, random: SeededRandom) => Promise<KillKind>
  restart: () => Promise<void>
  /** Sends a room's meeting on to another agenda item. */
  steer: (room: number) => Promise<void>
  /** Throws when something that happened in the meetings is not in their logs, or a checkpoint they name does not open. */
  checkMeetings: () => Promise<{ commands: number; checkpoints: number }>
  /** Ends it for good and removes what it stored. */
  discard: () => Promise<void>
}

/** People 0 to 4 type, the first three in room 0 and the others in room 1. Nobody touches room 2. */
export const ROOMS = 3
export const WRITERS = 5
export const QUIET_ROOM = 2
export const roomOfWriter = (writer: number): number => (writer < 3 ? 0 : 1)
/** Only looks, each time with an empty document. */
export const READER = 5
export const PEOPLE = 6

export type StartTarget = () => Promise<TortureTarget>
