import { Paperclip, Pencil } from 'lucide-react'
import { lazy, type MouseEvent, Suspense, useId, useState } from 'react'
import { notesOf } from '../../../shared/content/notes.ts'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { AttachedTo } from '../../room/AttachedTo.tsx'
import { useAttaching } from '../../room/attaching.ts'
import { PassageCommentButton } from '../../room/PassageCommentButton.tsx'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMayEdit } from '../../room/useMeeting.ts'
import { type PresentBrowser, useOthersAt } from '../../room/usePresence.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './Notes.module.css'
import { NotesReading, useHasNotes } from './NotesReading.tsx'

const NotesEditor = lazy(() => import('./NotesEditor.tsx'))

/** The notes of one agenda item: text to read until someone writes in it. */
export function Notes({ itemId, itemTitle }: { itemId: AgendaItemId; itemTitle: string }) {
  const titleId = useId()
  const { contentDoc } = useRoom()
  const mayEdit = useMayEdit()
  const attaching = useAttaching()
  const [writingIn, setWritingIn] = useState<AgendaItemId | null>(null)
  const fragment = notesOf(contentDoc, itemId)
  const hasNotes = useHasNotes(fragment)
  const others = useOthersAt({ in: 'notes', id: itemId })
  const isWriting = mayEdit && writingIn === itemId
  const write = () => mayEdit && setWritingIn(itemId)
  const onTextClick = (event: MouseEvent) => {
    const isLink = event.target instanceof Element && event.target.closest('a')
    if (!isLink && getSelection()?.isCollapsed !== false) write()
  }
  const reading = hasNotes ? (
    <NotesReading fragment={fragment} />
  ) : (
    <p className={styles.empty}>{mayEdit ? 'What is said about this, in a few words.' : 'No notes yet.'}</p>
  )

  return (
    <section className={styles.notes} aria-labelledby={titleId} data-passage={`notes.${itemId}`}>
      <header className={styles.header}>
        <h3 id={titleId}>Notes</h3>
        <span className={styles.item}>{itemTitle}</span>
        {others.length > 0 && <span className={styles.others}>{writersInWords(others)}</span>}
        <span className={styles.comments}>
          <PassageCommentButton field={{ in: 'notes', id: itemId }} />
        </span>
        {mayEdit && attaching && (
          <IconButton
            label="Attach to these notes"
            size="sm"
            onClick={() => attaching.ask({ on: 'notes', id: itemId })}
          >
            <Paperclip aria-hidden="true" />
          </IconButton>
        )}
        {mayEdit && !isWriting && (
          <Button size="sm" kind="quiet" onClick={write}>
            <Pencil aria-hidden="true" />
            Write notes
          </Button>
        )}
      </header>
      {isWriting ? (
        <Suspense fallback={reading}>
          <NotesEditor
            key={itemId}
            itemId={itemId}
            label={`Notes on ${itemTitle}`}
            onIdle={() => setWritingIn((current) => (current === itemId ? null : current))}
          />
        </Suspense>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the button above does the same for keys
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button above does the same for keys
        <div className={mayEdit ? styles.writable : undefined} onClick={onTextClick}>
          {reading}
        </div>
      )}
      <AttachedTo target={{ on: 'notes', id: itemId }} />
    </section>
  )
}

function writersInWords(others: readonly PresentBrowser[]): string {
  const names = [...new Set(others.map(({ person }) => person.name.split(' ')[0]))]
  if (names.length > 2) return `${names.length} people are writing`
  return `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} writing`
}
