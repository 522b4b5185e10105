import { useState } from 'react'
import type { ThreadId } from '../../../shared/ids.ts'
import { type CommentTarget, keyOf } from '../../room/CommentsProvider.tsx'
import { newId } from '../../room/room.ts'
import { CommentForm } from './CommentForm.tsx'
import styles from './Comments.module.css'
import { targetInWords } from './placeInWords.ts'
import { useCommenting } from './useCommenting.ts'

type NewThreadProps = {
  target: CommentTarget
  /** Takes the focus as it appears. */
  isStarting: boolean
  onStarted: () => void
}

/** Begins to talk about something. */
export function NewThread({ target, isStarting, onStarted }: NewThreadProps) {
  const { start } = useCommenting()
  const [startsHere] = useState(isStarting)
  const [threadId, setThreadId] = useState(() => newId<ThreadId>())
  const { anchor, quote } = target
  return (
    <section className={styles.thread} aria-label={`Comment on ${targetInWords(anchor)}`}>
      <p className={styles.where}>On {targetInWords(anchor)}</p>
      <p className={styles.quote}>{quote || 'Nothing written yet'}</p>
      <CommentForm
        draftKey={`new ${keyOf(anchor)} ${anchor.on === 'passage' ? anchor.start : ''}`}
        label="Comment. @ mentions somebody"
        verb="Comment"
        isStarting={startsHere}
        onSend={(written) => start(target, threadId, written)}
        onDone={() => {
          setThreadId(newId<ThreadId>())
          onStarted()
        }}
      />
    </section>
  )
}
