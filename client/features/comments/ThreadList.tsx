import { useMemo } from 'react'
import { placeThreads } from '../../../shared/content/placeThreads.ts'
import { type Comments, type CommentTarget, keyOf } from '../../room/CommentsProvider.tsx'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useWaiting } from '../../room/useAsking.ts'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './Comments.module.css'
import { NewThread } from './NewThread.tsx'
import { ThreadView } from './ThreadView.tsx'
import { useContentVersion } from './useContentVersion.ts'
import { usePassageMarks } from './usePassageMarks.ts'

type ThreadListProps = { comments: Comments; target: CommentTarget | null; onShowAll: () => void }

/** Open threads in the order of the document, resolved ones folded away; with a target, those on it. */
export function ThreadList({ comments, target, onShowAll }: ThreadListProps) {
  const { contentDoc } = useRoom()
  const { agenda } = useMeeting()
  const mayComment = useCan('comment')
  const version = useContentVersion()
  const isAway = useWaiting() !== null
  const { threads, problem } = comments
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another content of the same document
  const placed = useMemo(
    () =>
      placeThreads(
        contentDoc,
        threads ?? [],
        agenda.map(({ id }) => id),
      ),
    [contentDoc, version, threads, agenda],
  )
  usePassageMarks(placed)
  if (threads === null) {
    if (isAway) return <p className={styles.hint}>The comments are read once the connection is back.</p>
    return problem ? (
      <p className={styles.hint} role="alert">
        {problem.sentence}
      </p>
    ) : (
      <div className={styles.hint}>
        <Skeleton rows={3} label="The comments are on their way" />
      </div>
    )
  }
  const isRecord = target !== null && target.anchor.on !== 'passage'
  const shown = isRecord
    ? placed.filter(({ thread }) => keyOf(thread.anchor) === keyOf(target.anchor))
    : placed
  const open = shown.filter(({ thread }) => thread.resolved === null)
  const resolved = shown.filter(({ thread }) => thread.resolved !== null)
  const newThread = target && mayComment && (
    <NewThread
      key={JSON.stringify(target.anchor)}
      target={target}
      isStarting={!isRecord || open.length === 0}
      onStarted={() => !isRecord && onShowAll()}
    />
  )
  return (
    <div className={styles.list}>
      {!isRecord && newThread}
      {open.map((placed) => (
        <ThreadView key={placed.thread.threadId} placed={placed} />
      ))}
      {open.length === 0 && !newThread && (
        <Nothing isResolved={resolved.length > 0} mayComment={mayComment} />
      )}
      {isRecord && newThread}
      {resolved.length > 0 && (
        <details className={styles.folded}>
          <summary>
            {resolved.length === 1 ? '1 resolved thread' : `${resolved.length} resolved threads`}
          </summary>
          {resolved.map((placed) => (
            <ThreadView key={placed.thread.threadId} placed={placed} />
          ))}
        </details>
      )}
    </div>
  )
}

const Nothing = ({ isResolved, mayComment }: { isResolved: boolean; mayComment: boolean }) => (
  <p className={styles.hint}>
    {isResolved ? 'Nothing is open. ' : 'No comments yet. '}
    {mayComment && 'Press Comment on a card, an event or an action, or select words in the notes first.'}
  </p>
)
