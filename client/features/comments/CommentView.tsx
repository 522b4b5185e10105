import { useState } from 'react'
import { colourOf } from '../../../shared/meeting/meeting.ts'
import { dayInWords } from '../../../shared/time/calendarDay.ts'
import { clockTime } from '../../../shared/time/clockTime.ts'
import type { Comment } from '../../../shared/wire/comments.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeeting } from '../../room/useMeeting.ts'
import { useSending } from '../../room/useSending.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { CommentForm } from './CommentForm.tsx'
import { CommentMenu } from './CommentMenu.tsx'
import styles from './Comments.module.css'
import { focusPanel } from './focusPanel.ts'
import { piecesOf } from './mentionsIn.ts'
import { useCommenting } from './useCommenting.ts'

/** What one person said. */
export function CommentView({ comment }: { comment: Comment }) {
  const { me } = useRoom()
  const meeting = useMeeting()
  const { edit, erase } = useCommenting()
  const { send, problem } = useSending()
  const [isEditing, setEditing] = useState(false)
  const stopEditing = () => {
    setEditing(false)
    focusPanel()
  }
  const { commentId, by, at, text, removedBy, mentions, editedAt } = comment
  if (text === null) {
    return (
      <li className={styles.deleted}>
        {removedBy ? `Removed by the facilitator, ${removedBy.name}` : 'A comment was deleted'}
      </li>
    )
  }
  const zone = viewerZone()
  return (
    <li className={styles.comment}>
      <Avatar name={by.name} colour={colourOf(meeting, by.personId)} size={24} decorative />
      <p className={styles.by}>
        <b>{by.name}</b>{' '}
        <time dateTime={new Date(at).toISOString()} title={`${dayInWords(at, zone)}, ${clockTime(at, zone)}`}>
          {clockTime(at, zone)}
        </time>
        {editedAt !== null && <span> · edited</span>}
      </p>
      {!isEditing && (
        <CommentMenu
          by={by}
          onEdit={() => setEditing(true)}
          onErase={() => void send(() => erase(commentId), focusPanel)}
        />
      )}
      {isEditing ? (
        <CommentForm
          draftKey={`edit ${commentId}`}
          label="Your comment"
          verb="Save"
          initial={text}
          isStarting
          onSend={(written) => edit({ ...written, commentId })}
          onDone={stopEditing}
          onCancel={stopEditing}
        />
      ) : (
        <p className={styles.text}>
          {piecesOf(text, mentions).map((piece, position) =>
            piece.personId === null ? (
              piece.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces hold nothing of their own
              <mark key={position} data-me={piece.personId === me?.personId || undefined}>
                {piece.text}
              </mark>
            ),
          )}
        </p>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.sentence}
        </p>
      )}
    </li>
  )
}
