import type { DatabaseSync } from 'node:sqlite'
import type { MeetingLog } from '../meetings/meetingLog.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import type { Openings } from './openings.ts'

/** The same log. Once the meeting starts, who has opened its material is forgotten: counting ends there. */
export const forgetOpenings = (
  log: MeetingLog,
  { database, openings }: { database: DatabaseSync; openings: Openings },
): MeetingLog => ({
  ...log,
  append: (meetingId, entry) => {
    if (!entry.events.some(({ type }) => type === 'meetingStarted')) return log.append(meetingId, entry)
    inTransaction(database, () => {
      log.append(meetingId, entry)
      openings.forget(meetingId)
    })
  },
})
