import type { PersonId } from '../ids.ts'

/** Who is connected, by person and not by socket, as the server sees it. Presence: never stored. */
export type Attendance = {
  /** How long this person has had no connection, in ms; 0 while they are here. */
  goneMs: (personId: PersonId) => number
  /** How long they have been here without a gap, in ms; 0 while they are not. */
  hereMs: (personId: PersonId) => number
}

/** What the meeting itself does not hold and a decision may turn on. */
export type Situation = { attendance: Attendance; now: number }

/** When each role may take over from a facilitator who lost the connection. Never by itself, never before. */
export const takeOverAfterMs = { backupFacilitator: 10_000, others: 30_000 } as const

/** How long a facilitator who comes back may take the role back without asking. */
export const TAKE_BACK_WITHIN_MS = 60_000
