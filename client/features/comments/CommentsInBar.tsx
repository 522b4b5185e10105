import { MessagesSquare } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useComments } from '../../room/CommentsProvider.tsx'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useValue } from '../../room/valueStore.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/liveRegions.ts'
import styles from './Comments.module.css'
import { mentionsOfMe } from './mentionsOfMe.ts'

/** Opens all comments, and says how many of them wait for whoever looks. */
export function CommentsInBar() {
  const { me } = useRoom()
  const comments = useComments()
  return comments && me ? (
    <BarButton comments={comments} count={mentionsOfMe(comments.threads ?? [], me.personId).length} />
  ) : null
}

type BarButtonProps = { comments: NonNullable<ReturnType<typeof useComments>>; count: number }

function BarButton({ comments: { opened }, count }: BarButtonProps) {
  const isOpen = useValue(opened) !== null
  const before = useRef(count)
  useEffect(() => {
    if (count > before.current) announce('Somebody mentioned you in a comment')
    before.current = count
  }, [count])
  const label = count === 0 ? 'Comments' : `Comments, ${count} ${count === 1 ? 'mentions' : 'mention'} you`
  return (
    <Button
      kind="quiet"
      icon={count === 0}
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      onClick={(event) => opened.set(isOpen ? null : { target: null, from: event.currentTarget })}
    >
      <MessagesSquare aria-hidden="true" />
      {count > 0 && <span className={styles.mentions}>{count}</span>}
    </Button>
  )
}
