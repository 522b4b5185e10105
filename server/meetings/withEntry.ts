import { evolve } from '../../shared/meeting/evolve.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import type { MeetingLogEntry } from './meetingLog.ts'

/** The snapshot one entry later. */
export const withEntry = (snapshot: MeetingSnapshot, { events, at }: MeetingLogEntry): MeetingSnapshot => ({
  ...snapshot,
  version: snapshot.version + events.length,
  meeting: events.reduce((meeting, event) => evolve(meeting, event, at), snapshot.meeting),
})
