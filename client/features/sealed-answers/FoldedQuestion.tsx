import { participantQuestions } from '../../../shared/guide/participantQuestions.ts'
import type { AnsweredQuestion } from '../../../shared/wire/sealedAnswers.ts'
import styles from './Questions.module.css'

type FoldedQuestionProps = { question: AnsweredQuestion; onUnfold: () => void }

/** One line of a question that is not being answered right now. */
export const FoldedQuestion = ({ question, onUnfold }: FoldedQuestionProps) => (
  <button type="button" className={styles.folded} aria-expanded={false} onClick={onUnfold}>
    <span>{participantQuestions[question.questionId]}</span>
    <span className={styles.count}>{standing(question)}</span>
  </button>
)

function standing({ revealed, sealedCount, isMine }: AnsweredQuestion): string {
  if (revealed !== null) return 'no answers'
  const words = [sealedCount > 0 && `at least ${sealedCount} sealed`, isMine && 'yours is sealed']
  return words.filter(Boolean).join(', ')
}
