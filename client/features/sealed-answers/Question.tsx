import { Pencil } from 'lucide-react'
import { useId } from 'react'
import { participantQuestions } from '../../../shared/guide/participantQuestions.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { AnsweredQuestion } from '../../../shared/wire/sealedAnswers.ts'
import { useCan } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { QuestionNames } from './QuestionNames.tsx'
import styles from './Questions.module.css'
import { RevealAnswers } from './RevealAnswers.tsx'
import { RevealedAnswers } from './RevealedAnswers.tsx'
import { SealedStack } from './SealedStack.tsx'
import { emptyAnswer, useOwnAnswer } from './useOwnAnswer.ts'

type QuestionProps = {
  question: AnsweredQuestion
  me: PersonId
  /** With a field to write in, also where nothing has been written yet. */
  beginsOpen: boolean
  takesFocus: boolean
  mayReveal: boolean
  mayChoosePrivacy: boolean
}

export function Question(props: QuestionProps) {
  const { question, me, beginsOpen, takesFocus, mayReveal, mayChoosePrivacy } = props
  const id = useId()
  const mayAnswer = useCan('takeTurns')
  const own = useOwnAnswer(question, { me, beginsOpen: beginsOpen && !question.isMine })
  const { questionId, revealed, sealedCount, isMine } = question
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.asked}>
        {participantQuestions[questionId]}
      </h3>
      {/* What was not sealed in time is still one's own to take along. */}
      {revealed !== null && own.draft?.text && <Unsealed text={own.draft.text} onDone={own.leave} />}
      {revealed !== null ? (
        <RevealedAnswers answers={revealed} />
      ) : (
        <>
          {own.draft !== null && mayAnswer && (
            <AnswerForm
              question={question}
              draft={own.draft}
              takesFocus={takesFocus}
              isSending={own.isSending}
              onWrite={own.write}
              onSeal={own.seal}
              onLeave={own.leave}
            />
          )}
          {own.problem && (
            <Notice tone="late" role="alert">
              {own.problem.sentence}
            </Notice>
          )}
          <SealedStack count={sealedCount} />
          <p className={styles.after}>
            {own.draft === null && mayAnswer && isMine && (
              <span>
                Yours is sealed.{' '}
                <button type="button" className="linkish" onClick={() => void own.reopen()}>
                  Reopen
                </button>
              </span>
            )}
            {own.draft === null && mayAnswer && !isMine && (
              <Button size="sm" kind="quiet" onClick={() => own.write(emptyAnswer)}>
                <Pencil aria-hidden="true" /> Write yours
              </Button>
            )}
            {mayChoosePrivacy && <QuestionNames question={question} />}
            {mayReveal && (
              <RevealAnswers questionIds={[questionId]} isSmall>
                Open these answers
              </RevealAnswers>
            )}
          </p>
        </>
      )}
    </section>
  )
}

const Unsealed = ({ text, onDone }: { text: string; onDone: () => void }) => (
  <Notice
    tone="late"
    title="These answers were opened before yours was sealed. It is still here:"
    actions={
      <Button size="sm" onClick={onDone}>
        I have it
      </Button>
    }
  >
    <span className={styles.words}>{text}</span>
  </Notice>
)
