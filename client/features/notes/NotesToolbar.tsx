import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Bold, Italic, Link2, List, ListOrdered, type LucideIcon } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { readWebLink } from '../../../shared/content/webLink.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './Notes.module.css'

type Tool = { name: string; label: string; icon: LucideIcon; run: (editor: Editor) => void }

const tools: readonly Tool[] = [
  { name: 'bold', label: 'Bold', icon: Bold, run: (editor) => editor.chain().focus().toggleBold().run() },
  {
    name: 'italic',
    label: 'Italic',
    icon: Italic,
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'bulletList',
    label: 'List',
    icon: List,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    label: 'Numbered list',
    icon: ListOrdered,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
]

/** One tab stop; arrows go from tool to tool. */
export function NotesToolbar({ editor }: { editor: Editor }) {
  const [tabStop, setTabStop] = useState(0)
  const [isLinking, setLinking] = useState(false)
  const active = useEditorState({
    editor,
    selector: ({ editor }) => [...tools.map(({ name }) => name), 'link'].map((name) => editor.isActive(name)),
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const next = step === undefined ? undefined : buttons[tabStop + step]
    if (!next) return
    event.preventDefault()
    setTabStop(buttons.indexOf(next))
    next.focus()
  }
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Form of the notes" onKeyDown={onKeyDown}>
      {tools.map(({ name, label, icon: Icon, run }, position) => (
        <IconButton
          key={name}
          label={label}
          size="sm"
          pressed={active[position] ?? false}
          tabIndex={tabStop === position ? 0 : -1}
          onClick={() => run(editor)}
        >
          <Icon aria-hidden="true" />
        </IconButton>
      ))}
      <IconButton
        label="Link"
        size="sm"
        pressed={active.at(-1) ?? false}
        tabIndex={tabStop === tools.length ? 0 : -1}
        onClick={() => setLinking(true)}
      >
        <Link2 aria-hidden="true" />
      </IconButton>
      {isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  )
}

function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const current: unknown = editor.getAttributes('link').href
  const [typed, setTyped] = useState(typeof current === 'string' ? current : '')
  const [problem, setProblem] = useState<string | null>(null)
  const save = () => {
    const chain = editor.chain().focus().extendMarkRange('link')
    if (typed.trim() === '') {
      chain.unsetLink().run()
      return onClose()
    }
    const link = readWebLink(typed)
    if (!link.ok) return setProblem(link.problem)
    if (editor.state.selection.empty && !editor.isActive('link')) {
      const marks = [{ type: 'link', attrs: { href: link.value } }]
      editor.chain().focus().insertContent({ type: 'text', text: link.value, marks }).run()
    } else chain.setLink({ href: link.value }).run()
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title="Link" size="sm">
      <form
        noValidate
        className={styles.linkForm}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Field label="Address" error={problem} hint="Empty takes the link away.">
          {(control) => (
            <TextInput
              {...control}
              inputMode="url"
              placeholder="https://"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" kind="primary">
          Save link
        </Button>
      </form>
    </Dialog>
  )
}
