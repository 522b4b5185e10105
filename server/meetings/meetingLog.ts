import type { CommandId, MeetingId, PersonId, PostmortemId } from '../../shared/ids.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'

/** What one command made happen. `sender` is null where the server acted by itself. */
export type MeetingLogEntry = {
  commandId: CommandId
  sender: PersonId | null
  at: number
  events: MeetingEvent[]
}

/** All meeting events, in order, forever. Synchronous, so that nothing comes between loading and appending. */
export type MeetingLog = {
  create: (ids: { meetingId: MeetingId; postmortemId: PostmortemId }, entry: MeetingLogEntry) => void
  /** The meeting as its log says; null if there is none. */
  load: (meetingId: MeetingId) => MeetingSnapshot | null
  /** The postmortem's newest meeting. */
  meetingOf: (postmortemId: PostmortemId) => MeetingId | null
  /** All of the postmortem's meetings, the newest first. */
  meetingsOf: (postmortemId: PostmortemId) => MeetingId[]
  has: (meetingId: MeetingId, commandId: CommandId) => boolean
  append: (meetingId: MeetingId, entry: MeetingLogEntry) => void
  entries: (meetingId: MeetingId) => MeetingLogEntry[]
}
