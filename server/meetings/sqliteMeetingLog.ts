import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import * as z from 'zod/mini'
import type { CommandId, MeetingId, PersonId, PostmortemId } from '../../shared/ids.ts'
import { meetingEvent } from '../../shared/meeting/events.ts'
import { emptyMeeting } from '../../shared/meeting/meeting.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import type { MeetingLog, MeetingLogEntry } from './meetingLog.ts'
import { withEntry } from './withEntry.ts'

const events = z.array(meetingEvent)

/** The log is the truth. Each meeting's newest snapshot is kept in memory, so that loading reads only what is newer. */
export function sqliteMeetingLog(database: DatabaseSync): MeetingLog {
  const newestById = new Map<MeetingId, MeetingSnapshot>()
  const statements = prepare(database)

  const load = (meetingId: MeetingId): MeetingSnapshot | null => {
    const row = statements.postmortemOf.get(meetingId)
    if (!row) return null
    const postmortemId = String(row.postmortem_id) as PostmortemId // only ids are written to this column
    const known = newestById.get(meetingId) ?? { postmortemId, meetingId, version: 0, meeting: emptyMeeting }
    const newest = statements.entriesFrom.all(meetingId, known.version).map(entryOf).reduce(withEntry, known)
    // A transaction may still roll back, and the log would not hold what was kept here.
    if (!database.isTransaction) newestById.set(meetingId, newest)
    return newest
  }
  const add = (snapshot: MeetingSnapshot, entry: MeetingLogEntry) => {
    const { meetingId, version, meeting } = snapshot
    const { commandId, sender, at } = entry
    const { status } = withEntry(snapshot, entry).meeting
    inTransaction(database, () => {
      statements.addEntry.run(meetingId, version, commandId, sender, at, JSON.stringify(entry.events))
      if (status !== meeting.status) statements.setStatus.run(status, meetingId)
    })
  }

  return {
    create: ({ meetingId, postmortemId }, entry) =>
      inTransaction(database, () => {
        statements.addMeeting.run(meetingId, postmortemId)
        add({ postmortemId, meetingId, version: 0, meeting: emptyMeeting }, entry)
      }),
    load,
    meetingOf: (postmortemId) => {
      const row = statements.newestMeetingOf.get(postmortemId)
      return row ? (String(row.meeting_id) as MeetingId) : null // only ids are written to this column
    },
    meetingsOf: (postmortemId) =>
      statements.meetingsOf.all(postmortemId).map((row) => String(row.meeting_id) as MeetingId), // as above
    has: (meetingId, commandId) => statements.has.get(meetingId, commandId) !== undefined,
    append: (meetingId, entry) => {
      const newest = load(meetingId)
      if (!newest) throw new Error('An entry was appended to a meeting that does not exist.')
      if (entry.events.length === 0) throw new Error('An entry without events was appended to a meeting.')
      add(newest, entry)
    },
    entries: (meetingId) => statements.entriesFrom.all(meetingId, 0).map(entryOf),
  }
}

const prepare = (database: DatabaseSync) => ({
  postmortemOf: database.prepare('SELECT postmortem_id FROM meetings WHERE meeting_id = ?'),
  newestMeetingOf: database.prepare(
    'SELECT meeting_id FROM meetings WHERE postmortem_id = ? ORDER BY number DESC LIMIT 1',
  ),
  meetingsOf: database.prepare(
    'SELECT meeting_id FROM meetings WHERE postmortem_id = ? ORDER BY number DESC',
  ),
  addMeeting: database.prepare('INSERT INTO meetings (meeting_id, postmortem_id) VALUES (?, ?)'),
  has: database.prepare('SELECT 1 FROM meeting_entries WHERE meeting_id = ? AND command_id = ?'),
  setStatus: database.prepare('UPDATE meetings SET status = ? WHERE meeting_id = ?'),
  addEntry: database.prepare(
    `INSERT INTO meeting_entries (meeting_id, from_version, command_id, sender, at, events)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ),
  entriesFrom: database.prepare(
    `SELECT command_id, sender, at, events FROM meeting_entries
     WHERE meeting_id = ? AND from_version >= ? ORDER BY from_version`,
  ),
})

/** Events are parsed: an older program may have written them, and a shape may have gained a field since. */
const entryOf = (row: Record<string, SQLOutputValue>): MeetingLogEntry => ({
  // Only ids are written to these columns.
  commandId: String(row.command_id) as CommandId,
  sender: row.sender === null ? null : (String(row.sender) as PersonId),
  at: Number(row.at),
  events: events.parse(JSON.parse(String(row.events))),
})
