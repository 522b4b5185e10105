import { expect, test } from 'vitest'
import { sqliteMeetingLog } from '../../server/meetings/sqliteMeetingLog.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { inTransaction } from '../../server/storage/inTransaction.ts'
import { describeMeetingLog, entryOf, story, tellStory, tuesday } from '../harness/describeMeetingLog.ts'
import { inMemoryMeetingLog } from '../harness/inMemoryMeetingLog.ts'

/** With the postmortem and the person that the story's rows refer to. */
function openStoryDatabase() {
  const database = openDatabase(':memory:')
  database.exec(`
    INSERT INTO people (person_id, name, created_at) VALUES ('fay', 'Fay', 0);
    INSERT INTO postmortems (postmortem_id, title, services, created_at) VALUES ('gitlab', 'GitLab', '[]', 0)`)
  return database
}

describeMeetingLog('in memory', inMemoryMeetingLog)
describeMeetingLog('in SQLite', () => sqliteMeetingLog(openStoryDatabase()))

test('a process that knows nothing yet loads the same as the one that wrote', () => {
  const database = openStoryDatabase()
  const log = sqliteMeetingLog(database)
  tellStory(log)
  expect(sqliteMeetingLog(database).load(tuesday)).toEqual(log.load(tuesday))
})

test('two decisions on one version cannot both be stored', () => {
  const database = openStoryDatabase()
  tellStory(sqliteMeetingLog(database))
  const stolen = database.prepare(
    `INSERT INTO meeting_entries (meeting_id, from_version, command_id, sender, at, events)
     VALUES ('tuesday', 1, 'stolen', 'fay', 0, '[]')`,
  )
  expect(() => stolen.run()).toThrow(/UNIQUE/)
})

test('what was rolled back has not happened, also for whoever had loaded it in between', () => {
  const database = openStoryDatabase()
  const log = sqliteMeetingLog(database)
  tellStory(log)
  const failing = () =>
    inTransaction(database, () => {
      log.append(tuesday, entryOf('undone', 1, { type: 'promptSet', prompt: 'Undone' }))
      expect(log.load(tuesday)?.meeting.prompt).toBe('Undone')
      throw new Error('the disk is full')
    })
  expect(failing).toThrow('the disk is full')
  expect(log.load(tuesday)).toMatchObject({ version: story.length, meeting: { prompt: null } })
})
