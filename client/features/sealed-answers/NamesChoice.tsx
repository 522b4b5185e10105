import { useState } from 'react'
import {
  type AnsweredQuestion,
  type AnswerPrivacy,
  answerPrivacies,
  isLessPrivate,
} from '../../../shared/wire/sealedAnswers.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { MorePrivateDialog } from './MorePrivateDialog.tsx'
import { offeredFrom } from './privacyInWords.ts'
import styles from './Questions.module.css'

/** How the answers to all questions that are still sealed are named. */
export function NamesChoice({ questions }: { questions: readonly AnsweredQuestion[] }) {
  const [wanted, setWanted] = useState<AnswerPrivacy | null>(null)
  const now = leastPrivate(questions)
  if (now === 'anonymous') return <p className={styles.count}>Answers are without names, and stay so.</p>
  const ahead = questions.filter(({ privacy }) => isLessPrivate(now, privacy)).length
  return (
    <>
      <Segmented label="How answers are named" value={now} onChange={setWanted} options={offeredFrom(now)} />
      {ahead > 0 && (
        <p className={styles.count}>
          {ahead === 1 ? 'One question is' : `${ahead} questions are`} more private already.
        </p>
      )}
      {wanted !== null && wanted !== now && (
        <MorePrivateDialog questions={questions} privacy={wanted} onClose={() => setWanted(null)} />
      )}
    </>
  )
}

const leastPrivate = (questions: readonly AnsweredQuestion[]): AnswerPrivacy =>
  answerPrivacies.find((privacy) => questions.some((question) => question.privacy === privacy)) ?? 'named'
