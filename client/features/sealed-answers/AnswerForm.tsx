import { participantQuestions } from '../../../shared/guide/participantQuestions.ts'
import { type AnsweredQuestion, MOST_ANSWER_LETTERS } from '../../../shared/wire/sealedAnswers.ts'
import type { AnswerDraft } from '../../device/keptAnswers.ts'
import { useWaiting } from '../../room/useAsking.ts'
import { Button } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './AnswerForm.module.css'
import { FewPeople } from './FewPeople.tsx'
import { privacyInWords } from './privacyInWords.ts'

type AnswerFormProps = {
  question: AnsweredQuestion
  draft: AnswerDraft
  takesFocus: boolean
  isSending: boolean
  onWrite: (draft: AnswerDraft) => void
  onSeal: (draft: AnswerDraft) => void
  onLeave: () => void
}

/** Written on this device alone, and sealed in one piece: nobody sees that somebody writes. */
export function AnswerForm(props: AnswerFormProps) {
  const { question, draft, takesFocus, isSending, onWrite, onSeal, onLeave } = props
  const waiting = useWaiting()
  const isNameless = draft.withoutName || question.privacy === 'anonymous'
  const isEmpty = draft.text.trim() === ''
  return (
    <div className={styles.form}>
      <TextArea
        className={styles.text ?? ''}
        rows={2}
        maxLength={MOST_ANSWER_LETTERS}
        autoFocus={takesFocus}
        value={draft.text}
        aria-label={`Your answer: ${participantQuestions[question.questionId]}`}
        placeholder="Your answer"
        onChange={({ currentTarget }) => onWrite({ ...draft, text: currentTarget.value })}
      />
      <p className={styles.naming}>{privacyInWords[isNameless ? 'anonymous' : question.privacy].yours}</p>
      {isNameless && <FewPeople />}
      <div className={styles.row}>
        {question.privacy !== 'anonymous' && (
          <Switch on={draft.withoutName} onChange={(withoutName) => onWrite({ ...draft, withoutName })}>
            Without my name
          </Switch>
        )}
        <span className={styles.ways}>
          <Button size="sm" kind="quiet" onClick={onLeave}>
            {isEmpty ? 'Not now' : 'Drop it'}
          </Button>
          <Button
            size="sm"
            kind="primary"
            busy={isSending}
            aria-disabled={isEmpty || waiting !== null || undefined}
            title={waiting ?? undefined}
            onClick={() => {
              if (!isEmpty && waiting === null) onSeal(draft)
            }}
          >
            Seal answer
          </Button>
        </span>
      </div>
    </div>
  )
}
