import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { type Comments, type OpenComments, useComments } from '../../room/CommentsProvider.tsx'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useShortcut } from '../../room/useShortcut.ts'
import { useValue } from '../../room/valueStore.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './Comments.module.css'
import { focusedTarget } from './focusedTarget.ts'
import { focusPanel, PANEL_ID } from './focusPanel.ts'
import { ThreadList } from './ThreadList.tsx'

/** Beside the page, on a phone from below: what people say about what is written. The page stays in use. */
export function CommentsPanel() {
  const comments = useComments()
  return comments && <Panel comments={comments} />
}

function Panel({ comments }: { comments: Comments }) {
  const room = useRoom()
  const opened = useValue(comments.opened)
  useShortcut('comment', () => {
    const from = document.activeElement instanceof HTMLElement ? document.activeElement : null
    comments.opened.set({ target: focusedTarget(room, from), from })
  })
  return opened && <OpenPanel comments={comments} opened={opened} />
}

function OpenPanel({ comments, opened }: { comments: Comments; opened: OpenComments }) {
  const panel = useRef<HTMLElement>(null)
  const { target, from, hint } = opened
  const showAll = () => comments.opened.set({ target: null, from })
  const close = () => {
    comments.opened.set(null)
    from?.focus()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is opened, the focus comes along
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) focusPanel()
  }, [opened])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    close()
  }
  return (
    <aside
      ref={panel}
      id={PANEL_ID}
      className={styles.panel}
      aria-label="Comments"
      data-region=""
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        <h2>Comments</h2>
        {target && (
          <Button size="sm" kind="quiet" onClick={showAll}>
            Show all
          </Button>
        )}
        <IconButton label="Close the comments" onClick={close}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      {hint && <p className={styles.hint}>{hint}</p>}
      <ThreadList comments={comments} target={target} onShowAll={showAll} />
    </aside>
  )
}
