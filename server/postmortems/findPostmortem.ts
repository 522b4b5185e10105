import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { PostmortemSummary } from '../../shared/wire/postmortems.ts'
import type { MeetingLog } from '../meetings/meetingLog.ts'
import type { Principal } from '../people/principal.ts'
import type { Reading } from '../people/reading.ts'
import { isStorageTrouble } from '../storage/storageTrouble.ts'
import { type PostmortemRow, readPostmortem, readPostmortems, readPostmortemsFor } from './postmortemRows.ts'

export type FindDependencies = { database: DatabaseSync; log: MeetingLog; reading: Reading }
export type FoundPostmortem = { summary: PostmortemSummary; snapshot: MeetingSnapshot }

/** Null for an address nobody was ever given, and for whoever may not read what is there. */
export function findPostmortem(
  { database, log, reading }: FindDependencies,
  principal: Principal | null,
  postmortemId: PostmortemId,
): FoundPostmortem | null {
  if (!reading.mayRead(principal, postmortemId)) return null
  const row = readPostmortem(database, postmortemId)
  return row && withMeeting(log, row)
}

type SummaryDependencies = { log: MeetingLog; report: (error: unknown) => void }
type ListDependencies = SummaryDependencies & { database: DatabaseSync; clock: Clock }

/** The newest first. */
export const listPostmortems = (
  { database, clock, ...dependencies }: ListDependencies,
  reader: Person | null,
): PostmortemSummary[] =>
  summariesOf(
    dependencies,
    reader ? readPostmortemsFor(database, reader.personId, clock()) : readPostmortems(database),
  )

/** One whose meeting cannot be read is reported and left out, or nobody would see any of them. */
export const summariesOf = (
  { log, report }: SummaryDependencies,
  rows: readonly PostmortemRow[],
): PostmortemSummary[] =>
  rows.flatMap((row) => {
    try {
      return [withMeeting(log, row).summary]
    } catch (error) {
      if (isStorageTrouble(error)) throw error
      report(new Error('A meeting cannot be read. candor verify names it.', { cause: error }))
      return []
    }
  })

function withMeeting(log: MeetingLog, row: PostmortemRow): FoundPostmortem {
  const meetingId = log.meetingOf(row.postmortemId)
  const snapshot = meetingId && log.load(meetingId)
  if (!snapshot) throw new Error('A postmortem has no meeting, although both are made at once.')
  const { stage, status, startsAt, members, startedAt: metAt } = snapshot.meeting
  const memberCount = members.length
  const { meetingId: newestId } = snapshot
  return { summary: { ...row, meetingId: newestId, stage, status, startsAt, metAt, memberCount }, snapshot }
}
