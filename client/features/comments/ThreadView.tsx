import { Check, RotateCcw } from 'lucide-react'
import type { PlacedThread } from '../../../shared/content/placeThreads.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import { useSending } from '../../room/useSending.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { CommentForm } from './CommentForm.tsx'
import styles from './Comments.module.css'
import { CommentView } from './CommentView.tsx'
import { focusPanel } from './focusPanel.ts'
import { placeInWords } from './placeInWords.ts'
import { showPlace } from './showPlace.ts'
import { useCommenting } from './useCommenting.ts'

/** What was said about one thing, under what it is about. */
export function ThreadView({ placed: { thread, place } }: { placed: PlacedThread }) {
  const { contentDoc } = useRoom()
  const meeting = useMeeting()
  const mayComment = useCan('comment')
  const { reply, resolve } = useCommenting()
  const { send, problem, isSending } = useSending()
  const { threadId, resolved, comments, quote } = thread
  const where = place === null ? 'The text it was about is gone' : placeInWords(contentDoc, meeting, place)
  const show = () => {
    if (place && !showPlace(contentDoc, place)) showToast(`It stands on another part of the page: ${where}.`)
  }
  return (
    <article className={styles.thread} aria-label={`${where}: ${quote}`} data-thread={threadId}>
      <p className={styles.where}>{where}</p>
      {place ? (
        <button type="button" className={styles.quote} onClick={show} title="Go to the text">
          {quote || 'Nothing written yet'}
        </button>
      ) : (
        <p className={styles.quote}>{quote}</p>
      )}
      <ol className={styles.comments}>
        {comments.map((comment) => (
          <CommentView key={comment.commentId} comment={comment} />
        ))}
      </ol>
      {resolved && <p className={styles.resolved}>Resolved by {resolved.by.name}</p>}
      {mayComment && (
        <>
          <CommentForm
            draftKey={`reply ${threadId}`}
            label="Reply"
            verb="Reply"
            onSend={(written) => reply(threadId, written)}
          />
          <Button
            size="sm"
            kind="quiet"
            busy={isSending}
            onClick={() => void send(() => resolve(threadId, resolved === null), focusPanel)}
          >
            {resolved ? <RotateCcw aria-hidden="true" /> : <Check aria-hidden="true" />}
            {resolved ? 'Open again' : 'Resolve'}
          </Button>
        </>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.sentence}
        </p>
      )}
    </article>
  )
}
