import { MessageSquare } from 'lucide-react'
import { anchorPassage } from '../../shared/content/passageAnchor.ts'
import type { PassageField } from '../../shared/wire/comments.ts'
import styles from './CommentButton.module.css'
import { useComments } from './CommentsProvider.tsx'
import { selectedIn } from './passageSelection.ts'
import { useRoom } from './RoomProvider.tsx'
import { useCan } from './useMeeting.ts'

/** Comments on the words that are selected in the text this stands in, which has `data-passage`. */
export function PassageCommentButton({ field }: { field: PassageField }) {
  const { contentDoc } = useRoom()
  const comments = useComments()
  const mayComment = useCan('comment')
  if (!comments) return null
  const count = comments.countByKey.get(`${field.in}.${field.id}`) ?? 0
  if (count === 0 && !mayComment) return null

  const onClick = ({ currentTarget }: React.MouseEvent<HTMLElement>) => {
    const selected = mayComment ? selectedIn(contentDoc, field) : null
    const anchor = selected && anchorPassage(contentDoc, selected)
    comments.opened.set({
      target: anchor && { anchor, quote: anchor.quote },
      from: currentTarget,
      ...(mayComment &&
        !anchor && { hint: 'To comment on a passage, select its words first, then press Comment.' }),
    })
  }
  return (
    <button
      type="button"
      className={styles.button}
      data-passage-comments={count}
      onPointerDown={(event) => event.preventDefault()} // what is selected stays selected
      onClick={onClick}
    >
      <MessageSquare size={14} aria-hidden="true" />
      {count === 0 ? 'Comment' : count}
      {count > 0 && <span className="vh">{count === 1 ? ' comment' : ' comments'}</span>}
    </button>
  )
}
