import { Collaboration } from '@tiptap/extension-collaboration'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { notesOf } from '../../../shared/content/notes.ts'
import type { AgendaItemId } from '../../../shared/ids.ts'
import prose from '../../room/NotesProse.module.css'
import { useRoom } from '../../room/RoomProvider.tsx'
import { usePresenting } from '../../room/usePresenting.ts'
import { editorExtensions } from './editorExtensions.ts'
import styles from './Notes.module.css'
import { NotesToolbar } from './NotesToolbar.tsx'
import { otherCarets } from './otherCarets.ts'

/** How long an editor that lost the focus stays, so that a look elsewhere does not tear it down. */
export const IDLE_MS = 5_000

/** The one live editor. Loaded when someone begins to write; `onIdle` once they have been away for a while. */
export default function NotesEditor({
  itemId,
  label,
  onIdle,
}: {
  itemId: AgendaItemId
  label: string
  onIdle: () => void
}) {
  const { contentDoc, presence } = useRoom()
  const presenting = usePresenting()
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined)
  const editor = useEditor(
    {
      extensions: [
        ...editorExtensions,
        Collaboration.configure({ fragment: notesOf(contentDoc, itemId) }),
        ...(presence ? [otherCarets(presence)] : []),
      ],
      injectCSS: false, // the server lets no style sheet into the page but its own files
      immediatelyRender: false, // binding the editor may write, which a render must not
      autofocus: 'end',
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'data-letters': '',
          class: prose.prose ?? '',
        },
      },
    },
    [contentDoc, itemId, presence],
  )
  useEffect(
    () => () => {
      clearTimeout(idle.current)
      presenting.editing(null)
    },
    [presenting],
  )

  return (
    <fieldset
      className={styles.editor}
      aria-label={label}
      onFocus={() => {
        clearTimeout(idle.current)
        presenting.editing({ in: 'notes', id: itemId })
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return // from the text to its toolbar
        presenting.editing(null)
        clearTimeout(idle.current)
        idle.current = setTimeout(onIdle, IDLE_MS)
      }}
    >
      {editor && <NotesToolbar editor={editor} />}
      <EditorContent editor={editor} />
    </fieldset>
  )
}
