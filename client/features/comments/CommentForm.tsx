import { type KeyboardEvent, useId, useState } from 'react'
import type { CommentId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { MOST_COMMENT } from '../../../shared/wire/comments.ts'
import type { Problem } from '../../../shared/wire/problem.ts'
import { useComments } from '../../room/CommentsProvider.tsx'
import { newId } from '../../room/room.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { useSending } from '../../room/useSending.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Comments.module.css'
import { MentionField } from './MentionField.tsx'
import { mentionsIn } from './mentionsIn.ts'
import type { Written } from './useCommenting.ts'

type CommentFormProps = {
  /** Under which what is typed is kept until it is sent. */
  draftKey: string
  label: string
  verb: string
  initial?: string
  isStarting?: boolean
  onSend: (written: Written) => Promise<Result<unknown, Problem>>
  onDone?: () => void
  onCancel?: () => void
}

/** Words to send. They stay until the server has them, also when the panel is closed meanwhile. */
export function CommentForm(props: CommentFormProps) {
  const { draftKey, label, verb, initial = '', isStarting = false, onSend, onDone, onCancel } = props
  const drafts = useComments()?.drafts
  const { members } = useMeeting()
  const { send, problem, isSending } = useSending()
  const [text, setText] = useState(() => drafts?.get(draftKey) ?? initial)
  /** One id for one comment: sent once more when no answer came, it is not said twice. */
  const [commentId, setCommentId] = useState(() => newId<CommentId>())
  const problemId = useId()
  const isEmpty = text.trim() === ''

  const write = (next: string) => {
    setText(next)
    drafts?.set(draftKey, next)
  }
  const submit = () => {
    if (isEmpty) return
    void send(
      () => onSend({ commentId, text, mentions: mentionsIn(text, members) }),
      () => {
        drafts?.delete(draftKey)
        setText('')
        setCommentId(newId<CommentId>())
        onDone?.()
      },
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }
  return (
    <form
      className={styles.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <MentionField
        label={label}
        value={text}
        onChange={write}
        maxLength={MOST_COMMENT}
        isStarting={isStarting}
        describedBy={problem ? problemId : undefined}
      />
      {problem && (
        <p className={styles.problem} id={problemId} role="alert">
          {problem.details?.[0]?.problem ?? problem.sentence}
        </p>
      )}
      {(!isEmpty || onCancel) && (
        <p className={styles.buttons}>
          {onCancel && (
            <Button size="sm" kind="quiet" onClick={onCancel}>
              Cancel
            </Button>
          )}
          <Button size="sm" kind="primary" type="submit" busy={isSending} aria-disabled={isEmpty}>
            {verb}
          </Button>
        </p>
      )}
    </form>
  )
}
