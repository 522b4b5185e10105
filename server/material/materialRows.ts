import type { DatabaseSync } from 'node:sqlite'
import type { MeetingId, PersonId, SendingId } from '../../shared/ids.ts'
import { type MaterialSending, materialSending } from '../../shared/wire/material.ts'

type NewSending = {
  sendingId: SendingId
  meetingId: MeetingId
  way: MaterialSending['way']
  startsAt: number | null
  by: PersonId
  at: number
}

export function addSending(database: DatabaseSync, row: NewSending): void {
  const { sendingId, meetingId, way, startsAt, by, at } = row
  database
    .prepare('INSERT INTO material_sendings VALUES (?, ?, ?, ?, ?, ?)')
    .run(sendingId, meetingId, way, startsAt, by, at)
}

export const hasSending = (database: DatabaseSync, sendingId: SendingId): boolean =>
  database.prepare('SELECT 1 FROM material_sendings WHERE sending_id = ?').get(sendingId) !== undefined

/** The oldest first, each with how many it has reached. */
export const sendingsOf = (database: DatabaseSync, meetingId: MeetingId): MaterialSending[] =>
  database
    .prepare(
      `SELECT sent_at AS at, sent_by, name, way, starts_at AS startsAt,
         (SELECT count(*) FROM material_recipients AS r WHERE r.sending_id = s.sending_id AND state = 'sent') AS count
       FROM material_sendings AS s JOIN people ON person_id = sent_by
       WHERE meeting_id = ? ORDER BY sent_at, s.rowid`,
    )
    .all(meetingId)
    .map(({ sent_by, name, ...row }) => materialSending.parse({ ...row, by: { personId: sent_by, name } }))

export type Recipient = {
  personId: PersonId
  sendingId: SendingId
  state: 'onItsWay' | 'sent' | 'failed'
}

export const recipientsOf = (database: DatabaseSync, meetingId: MeetingId): Recipient[] =>
  database
    .prepare('SELECT person_id, sending_id, state FROM material_recipients WHERE meeting_id = ?')
    .all(meetingId)
    .map((row) => ({
      // Only ids and these three are written to the columns.
      personId: String(row.person_id) as PersonId,
      sendingId: String(row.sending_id) as SendingId,
      state: String(row.state) as Recipient['state'],
    }))

/** Takes the place of what failed before. */
export function setRecipient(
  database: DatabaseSync,
  meetingId: MeetingId,
  { personId, sendingId, state }: Recipient,
): void {
  database
    .prepare('INSERT OR REPLACE INTO material_recipients VALUES (?, ?, ?, ?)')
    .run(meetingId, personId, sendingId, state)
}
