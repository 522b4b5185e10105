/** A way into one room for one person. */
export type Seat = { url: string; headers: Record<string, string>; documentName: string }

/** A server that can be killed, with rooms in it. Its addresses stay the same after a restart. */
export type TortureTarget = {
  seat: (room: number, person: number) => Seat
  kill: () => Promise<void>
  restart: () => Promise<void>
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
