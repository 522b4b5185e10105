import type { DatabaseSync } from 'node:sqlite'
import {
  type ParticipantQuestionId,
  participantQuestionIds,
} from '../../shared/guide/participantQuestions.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { OpenedQuestion } from '../../shared/report/reportInput.ts'
import { type AnswerPrivacy, answerPrivacy, type RevealedAnswer } from '../../shared/wire/sealedAnswers.ts'
import { shuffled } from '../shuffled.ts'

/** One question asked in one postmortem. */
export type Asked = { postmortemId: PostmortemId; questionId: ParticipantQuestionId }

export type SealedRow = { keyHash: Uint8Array; personId: PersonId | null; sealed: string }

export function questionOf(
  database: DatabaseSync,
  { postmortemId, questionId }: Asked,
): { privacy: AnswerPrivacy; isRevealed: boolean } {
  const row = database
    .prepare('SELECT privacy, revealed_at FROM asked_questions WHERE postmortem_id = ? AND question_id = ?')
    .get(postmortemId, questionId)
  if (!row) return { privacy: 'named', isRevealed: false }
  return { privacy: answerPrivacy.parse(row.privacy), isRevealed: row.revealed_at !== null }
}

export function setQuestion(
  database: DatabaseSync,
  { postmortemId, questionId }: Asked,
  { privacy, revealedAt }: { privacy: AnswerPrivacy; revealedAt: number | null },
): void {
  database
    .prepare('INSERT OR REPLACE INTO asked_questions VALUES (?, ?, ?, ?)')
    .run(postmortemId, questionId, privacy, revealedAt)
}

export const sealedRowsOf = (database: DatabaseSync, { postmortemId, questionId }: Asked): SealedRow[] =>
  database
    .prepare(
      'SELECT key_hash, person_id, sealed FROM sealed_answers WHERE postmortem_id = ? AND question_id = ?',
    )
    .all(postmortemId, questionId)
    .map(({ key_hash, person_id, sealed }) => ({
      // Only hashes and ids are written to these columns.
      keyHash: key_hash as Uint8Array,
      personId: person_id as PersonId | null,
      sealed: String(sealed),
    }))

/**
 * Writes all answers to a question anew, in random order, and what was there is overwritten: within a page of the file
 * SQLite puts row after row as they come, and somebody could read from it who answered first.
 */
export function rewriteSealedRows(
  database: DatabaseSync,
  { postmortemId, questionId }: Asked,
  rows: readonly SealedRow[],
): void {
  database.exec('PRAGMA secure_delete = ON')
  try {
    database
      .prepare('DELETE FROM sealed_answers WHERE postmortem_id = ? AND question_id = ?')
      .run(postmortemId, questionId)
    const insert = database.prepare('INSERT INTO sealed_answers VALUES (?, ?, ?, ?, ?)')
    for (const { keyHash, personId, sealed } of shuffled(rows))
      insert.run(postmortemId, questionId, keyHash, personId, sealed)
  } finally {
    database.exec('PRAGMA secure_delete = OFF')
  }
}

export function addRevealed(
  database: DatabaseSync,
  { postmortemId, questionId }: Asked,
  answers: readonly { text: string; by: PersonId | null }[],
): void {
  const insert = database.prepare('INSERT INTO revealed_answers VALUES (?, ?, ?, ?, ?)')
  for (const [position, { text, by }] of answers.entries())
    insert.run(postmortemId, questionId, position, text, by)
}

export const revealedOf = (database: DatabaseSync, { postmortemId, questionId }: Asked): RevealedAnswer[] =>
  database
    .prepare(
      `SELECT text, person_id, name FROM revealed_answers LEFT JOIN people USING (person_id)
       WHERE postmortem_id = ? AND question_id = ? ORDER BY position`,
    )
    .all(postmortemId, questionId)
    .map(({ text, person_id, name }) => ({
      text: String(text),
      // Only ids are written to this column.
      by: person_id === null ? null : { personId: String(person_id) as PersonId, name: String(name) },
    }))

/** Every question that was opened, with all of its answers. Of what is still sealed nothing. */
export const openedQuestionsOf = (database: DatabaseSync, postmortemId: PostmortemId): OpenedQuestion[] =>
  participantQuestionIds.flatMap((questionId) => {
    const asked = { postmortemId, questionId }
    return questionOf(database, asked).isRevealed
      ? [{ questionId, answers: revealedOf(database, asked) }]
      : []
  })
