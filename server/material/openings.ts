import { createHmac } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { MeetingId, PersonId } from '../../shared/ids.ts'
import { shuffled } from '../shuffled.ts'
import { inTransaction } from '../storage/inTransaction.ts'

/** Who has opened the material of a meeting: as little of it as a count needs. */
export type Openings = {
  /** Nothing is written: whoever opens it leaves no trace on the disk at that moment. */
  note: (meetingId: MeetingId, personId: PersonId) => void
  /** How many of these have opened it. What was noted since the last count is written now, in random order. */
  count: (meetingId: MeetingId, personIds: readonly PersonId[]) => number
  /** Nothing is counted any more, so nothing is kept. */
  forget: (meetingId: MeetingId) => void
}

/** By a key that is left out of backups, and by the meeting, so that nobody is followed from one to the next. */
export function createOpenings(database: DatabaseSync, key: Buffer): Openings {
  const noted = new Map<MeetingId, Set<string>>()
  const hashOf = (meetingId: MeetingId, personId: PersonId) =>
    createHmac('sha256', key).update(`material opened\n${meetingId}\n${personId}`).digest('hex')

  return {
    note: (meetingId, personId) => {
      const hashes = noted.get(meetingId) ?? new Set()
      noted.set(meetingId, hashes.add(hashOf(meetingId, personId)))
    },
    forget: (meetingId) => {
      noted.delete(meetingId)
      rewriteHashes(database, meetingId, [])
    },
    count: (meetingId, personIds) => {
      const written = hashesOf(database, meetingId)
      const all = new Set([...written, ...(noted.get(meetingId) ?? [])])
      if (all.size > written.length) rewriteHashes(database, meetingId, [...all])
      noted.delete(meetingId)
      return personIds.filter((personId) => all.has(hashOf(meetingId, personId))).length
    },
  }
}

const hashesOf = (database: DatabaseSync, meetingId: MeetingId): string[] =>
  database
    .prepare('SELECT hex(opener_hash) AS hash FROM material_openings WHERE meeting_id = ?')
    .all(meetingId)
    .map(({ hash }) => String(hash).toLowerCase())

/** All of them anew, over what was there: rows lie in the file in the order they were written in. */
function rewriteHashes(database: DatabaseSync, meetingId: MeetingId, hashes: readonly string[]): void {
  database.exec('PRAGMA secure_delete = ON')
  try {
    inTransaction(database, () => {
      database.prepare('DELETE FROM material_openings WHERE meeting_id = ?').run(meetingId)
      const insert = database.prepare('INSERT INTO material_openings VALUES (?, ?)')
      for (const hash of shuffled(hashes)) insert.run(meetingId, Buffer.from(hash, 'hex'))
    })
  } finally {
    database.exec('PRAGMA secure_delete = OFF')
  }
}
