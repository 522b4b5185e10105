import { beforeEach, expect, test } from 'vitest'
import type { MeetingLog } from '../../server/meetings/meetingLog.ts'
import { sqliteMeetingLog } from '../../server/meetings/sqliteMeetingLog.ts'
import { openDatabase } from '../../server/storage/database.ts'
import type { CommandId } from '../../shared/ids.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { evolve } from '../../shared/meeting/evolve.ts'
import { emptyMeeting } from '../../shared/meeting/meeting.ts'
import { asMeeting, asPerson, asPostmortem } from '../shared/ids.ts'
import { liveMeeting } from '../shared/openMeeting.ts'

const meetingId = asMeeting('tuesday')
const postmortemId = asPostmortem('gitlab')
const fay = asPerson('fay')
const story = liveMeeting().log

let database: ReturnType<typeof openDatabase>
let log: MeetingLog
const entry = (number: number, at: number, events: MeetingEvent[]) => ({
  commandId: `c${number}` as CommandId,
  sender: fay,
  at,
  events,
})

beforeEach(() => {
  database = openDatabase(':memory:')
  database.exec('PRAGMA foreign_keys = OFF') // the postmortem's own row is another test's business
  log = sqliteMeetingLog(database)
  const [first, ...others] = story
  if (!first) throw new Error('The story is empty.')
  log.create({ meetingId, postmortemId }, entry(0, first.at, [first.event]))
  for (const [number, { at, event }] of others.entries())
    log.append(meetingId, entry(number + 1, at, [event]))
})

test('what is loaded is what the log says, replayed from the first event, also by a process that knows nothing', () => {
  const replayed = log
    .entries(meetingId)
    .flatMap(({ at, events }) => events.map((event) => ({ at, event })))
    .reduce((meeting, { at, event }) => evolve(meeting, event, at), emptyMeeting)
  expect(log.load(meetingId)).toEqual({ meetingId, postmortemId, version: story.length, meeting: replayed })
  expect(sqliteMeetingLog(database).load(meetingId)).toEqual(log.load(meetingId))
})

test('a command is found by its id, in its own meeting only', () => {
  expect(log.has(meetingId, 'c1' as CommandId)).toBe(true)
  expect(log.has(asMeeting('other'), 'c1' as CommandId)).toBe(false)
  expect(log.meetingOf(postmortemId)).toBe(meetingId)
  expect(log.load(asMeeting('other'))).toBeNull()
})

test('two entries cannot begin at one version', () => {
  const stolen = database.prepare(
    `INSERT INTO meeting_entries (meeting_id, from_version, command_id, sender, at, events)
     VALUES ('tuesday', 1, 'stolen', 'fay', 0, '[]')`,
  )
  expect(() => stolen.run()).toThrow(/UNIQUE/)
})
