import type { DatabaseSync } from 'node:sqlite'
import { type ParticipantQuestionId, participantQuestions } from '../../shared/guide/participantQuestions.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { numberInWords } from '../../shared/numberInWords.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { type AnswerPrivacy, isLessPrivate } from '../../shared/wire/sealedAnswers.ts'
import type { Refused } from '../http/problems.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { hashOfKey } from '../people/secretKey.ts'
import { shuffled } from '../shuffled.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import {
  type Asked,
  addRevealed,
  questionOf,
  rewriteSealedRows,
  type SealedRow,
  sealedRowsOf,
  setQuestion,
} from './answerRows.ts'
import type { AnswerSeal, WrittenAnswer } from './answerSeal.ts'

const MOST_ANSWERS = 500

type With = { database: DatabaseSync; answerSeal: AnswerSeal }
type NewAnswer = { key: string; text: string; withoutName: boolean }
type Questions = { postmortemId: PostmortemId; questionIds: readonly ParticipantQuestionId[] }
type Done = { by: PersonId; at: number }

/** The answer one wrote: known by the key of their device, or, where answers are named, by themselves. */
export function findOwn(
  { database }: Pick<With, 'database'>,
  asked: Asked,
  { personId, key }: { personId: PersonId; key: string | undefined },
): SealedRow | undefined {
  const rows = sealedRowsOf(database, asked)
  const hash = key === undefined ? null : hashOfKey(key)
  return rows.find(({ keyHash }) => hash?.equals(keyHash)) ?? rows.find((row) => row.personId === personId)
}

/** Takes the place of what the same person sealed before, as far as that can be known. */
export function sealAnswer(
  { database, answerSeal }: With,
  asked: Asked,
  personId: PersonId,
  { key, text, withoutName }: NewAnswer,
): Result<null, Refused> {
  return inTransaction(database, () => {
    const { privacy, isRevealed } = questionOf(database, asked)
    if (isRevealed) return refuse({ reason: 'answersAreOpen' })
    const keyHash = hashOfKey(key)
    const others = sealedRowsOf(database, asked).filter(
      (row) => !keyHash.equals(row.keyHash) && row.personId !== personId,
    )
    if (others.length >= MOST_ANSWERS) return refuse({ reason: 'answersAreFull' })
    const by = withoutName || privacy === 'anonymous' ? null : personId
    const sealed = answerSeal.close({ text, by })
    const own: SealedRow = { keyHash, personId: privacy === 'named' ? by : null, sealed }
    rewriteSealedRows(database, asked, [...others, own])
    return ok(null)
  })
}

/** What was sealed before becomes as private as what comes after. All of the questions or none. */
export function choosePrivacy(
  { database, answerSeal }: With,
  { postmortemId, questionIds }: Questions,
  privacy: AnswerPrivacy,
  { by, at }: Done,
): Result<null, Refused> {
  return inTransaction(database, () => {
    const changes: { asked: Asked; rows: SealedRow[] }[] = []
    for (const questionId of new Set(questionIds)) {
      const asked = { postmortemId, questionId }
      const before = questionOf(database, asked)
      if (before.isRevealed) return refuse({ reason: 'answersAreOpen' })
      // Always, not only once somebody has answered: a refusal that depends on it would tell that somebody has.
      if (isLessPrivate(privacy, before.privacy)) return refuse({ reason: 'onlyMorePrivate' })
      if (before.privacy === privacy) continue
      const rows = sealedRowsOf(database, asked)
      const kept = privacy === 'anonymous' ? withoutNames(answerSeal, rows) : rows
      if (kept === null) return refuse({ reason: 'answersLocked' })
      changes.push({ asked, rows: kept.map((row) => ({ ...row, personId: null })) })
    }
    if (changes.length === 0) return ok(null)
    for (const { asked, rows } of changes) {
      rewriteSealedRows(database, asked, rows)
      setQuestion(database, asked, { privacy, revealedAt: null })
    }
    const subject = subjectOf(changes.map(({ asked }) => asked.questionId))
    addAuditEntry(database, { at, by, postmortemId, action: 'answersMadeMorePrivate', subject })
    return ok(null)
  })
}

/**
 * From here on they are in clear, in an order nobody chose, and what said which of them was whose is gone. All of the
 * questions or none.
 */
export function revealAnswers(
  { database, answerSeal }: With,
  { postmortemId, questionIds }: Questions,
  { by, at }: Done,
): Result<null, Refused> {
  return inTransaction(database, () => {
    const opened: { asked: Asked; privacy: AnswerPrivacy; answers: WrittenAnswer[] }[] = []
    for (const questionId of new Set(questionIds)) {
      const asked = { postmortemId, questionId }
      const { privacy, isRevealed } = questionOf(database, asked)
      if (isRevealed) return refuse({ reason: 'answersAreOpen' })
      const answers = openAll(answerSeal, sealedRowsOf(database, asked))
      if (answers === null) return refuse({ reason: 'answersLocked' })
      opened.push({ asked, privacy, answers: shuffled(answers) })
    }
    for (const { asked, privacy, answers } of opened) {
      rewriteSealedRows(database, asked, [])
      addRevealed(database, asked, answers)
      setQuestion(database, asked, { privacy, revealedAt: at })
    }
    const subject = subjectOf(opened.map(({ asked }) => asked.questionId))
    addAuditEntry(database, { at, by, postmortemId, action: 'answersRevealed', subject })
    return ok(null)
  })
}

/** Null where one of them was sealed with another key. */
function openAll(seal: AnswerSeal, rows: readonly SealedRow[]): WrittenAnswer[] | null {
  const answers = rows.flatMap(({ sealed }) => seal.open(sealed) ?? [])
  return answers.length === rows.length ? answers : null
}

function withoutNames(seal: AnswerSeal, rows: readonly SealedRow[]): SealedRow[] | null {
  const nameless = rows.flatMap((row) => {
    const answer = seal.open(row.sealed)
    return answer ? [{ ...row, sealed: seal.close({ ...answer, by: null }) }] : []
  })
  return nameless.length === rows.length ? nameless : null
}

const subjectOf = ([first, ...more]: readonly ParticipantQuestionId[]): string => {
  if (first === undefined) return ''
  return more.length === 0 ? participantQuestions[first] : `${numberInWords(1 + more.length)} questions`
}
