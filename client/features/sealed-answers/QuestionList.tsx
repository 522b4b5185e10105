import { useState } from 'react'
import type { PersonId } from '../../../shared/ids.ts'
import type { AnsweredQuestion, SealedAnswers } from '../../../shared/wire/sealedAnswers.ts'
import { recallDraft } from '../../device/keptAnswers.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useCan } from '../../room/useMeeting.ts'
import { FoldedQuestion } from './FoldedQuestion.tsx'
import { Question } from './Question.tsx'
import styles from './Questions.module.css'

/** A few at a time: thirteen empty fields would be a form to fill in. */
const UNFOLDED = 3

export function QuestionList({ data, me }: { data: SealedAnswers; me: PersonId }) {
  const { questions } = data
  const { postmortemId } = useRoom()
  const mayAnswer = useCan('takeTurns')
  const [first] = useState(() => unanswered(questions)[0]?.questionId)
  const [unfolded, setUnfolded] = useState(() => {
    const drafted = questions.filter(({ questionId }) => recallDraft({ me, postmortemId, questionId }))
    return new Set(
      [...drafted, ...unanswered(questions).slice(0, UNFOLDED)].map(({ questionId }) => questionId),
    )
  })
  const [justUnfolded, setJustUnfolded] = useState<string | null>(null)
  return (
    <ol>
      {questions.map((question) => {
        const { questionId, revealed } = question
        const unfold = () => {
          setUnfolded(new Set([...unfolded, questionId]))
          setJustUnfolded(questionId)
        }
        const isUnfolded = unfolded.has(questionId) || (revealed !== null && revealed.length > 0)
        return (
          <li key={questionId} className={styles.item} data-folded={!isUnfolded || undefined}>
            {isUnfolded ? (
              <Question
                question={question}
                me={me}
                beginsOpen={mayAnswer && (questionId === first || questionId === justUnfolded)}
                takesFocus={questionId === justUnfolded}
                mayReveal={data.mayReveal}
                mayChoosePrivacy={data.mayChoosePrivacy}
              />
            ) : (
              <FoldedQuestion question={question} onUnfold={unfold} />
            )}
          </li>
        )
      })}
    </ol>
  )
}

const unanswered = (questions: readonly AnsweredQuestion[]) =>
  questions.filter(({ isMine, revealed }) => !isMine && revealed === null)
