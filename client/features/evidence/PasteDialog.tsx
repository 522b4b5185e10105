import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './Evidence.module.css'

type PasteDialogProps = { onPasted: (text: string) => void; onClose: () => void }

export function PasteDialog({ onPasted, onClose }: PasteDialogProps) {
  const [text, setText] = useState('')
  return (
    <Dialog
      open
      onClose={onClose}
      title="Paste evidence"
      description="Notes, a chat, a log, a table: each line that begins with a time becomes something to choose from."
      footer={
        <Button kind="primary" disabled={text.trim() === ''} onClick={() => onPasted(text)}>
          Read it
        </Button>
      }
    >
      <Field label="The text">
        {(control) => (
          <TextArea
            {...control}
            code
            autoFocus
            rows={8}
            className={styles.pasteArea ?? ''}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
