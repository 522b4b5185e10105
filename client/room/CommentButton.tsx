import { MessageSquare } from 'lucide-react'
import type { CommentAnchor } from '../../shared/wire/comments.ts'
import styles from './CommentButton.module.css'
import { keyOf, useComments } from './CommentsProvider.tsx'
import { useCan } from './useMeeting.ts'

type CommentButtonProps = {
  anchor: Exclude<CommentAnchor, { on: 'passage' }>
  /** What stands there now. */
  quote: string
  tabIndex?: number
}

/** How many comments stand on a card, an event or an action, and the way to them. */
export function CommentButton({ anchor, quote, tabIndex = 0 }: CommentButtonProps) {
  const comments = useComments()
  const mayComment = useCan('comment')
  if (!comments) return null
  const count = comments.countByKey.get(keyOf(anchor)) ?? 0
  if (count === 0 && !mayComment) return null
  const label = count === 0 ? 'Comment' : count === 1 ? '1 comment' : `${count} comments`
  return (
    <button
      type="button"
      className={styles.button}
      data-comments={count}
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      onClick={(event) => comments.opened.set({ target: { anchor, quote }, from: event.currentTarget })}
    >
      <MessageSquare size={14} aria-hidden="true" />
      {count > 0 && count}
    </button>
  )
}
