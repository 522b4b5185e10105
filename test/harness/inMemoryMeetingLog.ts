import type { MeetingLog, MeetingLogEntry } from '../../server/meetings/meetingLog.ts'
import { withEntry } from '../../server/meetings/withEntry.ts'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import { emptyMeeting } from '../../shared/meeting/meeting.ts'

/** A meeting log that lasts as long as its test. Held to the same promises as the one in the database. */
export function inMemoryMeetingLog(): MeetingLog {
  const kept = new Map<MeetingId, { postmortemId: PostmortemId; entries: MeetingLogEntry[] }>()
  const entriesOf = (meetingId: MeetingId) => kept.get(meetingId)?.entries ?? []
  return {
    create: ({ meetingId, postmortemId }, entry) => {
      if (kept.has(meetingId)) throw new Error('This meeting exists already.')
      kept.set(meetingId, { postmortemId, entries: [entry] })
    },
    load: (meetingId) => {
      const found = kept.get(meetingId)
      if (!found) return null
      const { postmortemId, entries } = found
      return entries.reduce(withEntry, { postmortemId, meetingId, version: 0, meeting: emptyMeeting })
    },
    meetingOf: (postmortemId) =>
      [...kept].findLast(([, meeting]) => meeting.postmortemId === postmortemId)?.[0] ?? null,
    meetingsOf: (postmortemId) =>
      [...kept]
        .filter(([, meeting]) => meeting.postmortemId === postmortemId)
        .map(([id]) => id)
        .reverse(),
    has: (meetingId, commandId) => entriesOf(meetingId).some((entry) => entry.commandId === commandId),
    append: (meetingId, entry) => {
      const entries = kept.get(meetingId)?.entries
      if (!entries) throw new Error('This meeting does not exist.')
      if (entry.events.length === 0) throw new Error('This entry says nothing.')
      if (entries.some(({ commandId }) => commandId === entry.commandId)) throw new Error('Appended twice.')
      entries.push(entry)
    },
    entries: (meetingId) => [...entriesOf(meetingId)],
  }
}
