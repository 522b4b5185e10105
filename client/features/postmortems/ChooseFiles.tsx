import { useId, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './Import.module.css'
import { type GivenText, textOfFiles } from './textOfFiles.ts'

type ChooseFilesProps = { onGiven: (given: readonly GivenText[]) => void; onClose: () => void }

export function ChooseFiles({ onGiven, onClose }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null)
  const inputId = useId()
  const [pasted, setPasted] = useState<string | null>(null)
  const readPasted = () => onGiven([{ fileName: 'what you pasted', text: pasted ?? '' }])

  return (
    <Dialog
      open
      onClose={onClose}
      title="Import incident files"
      description="Candor reads them here first and shows what it understood. Nothing is created until you say so."
    >
      <div className={styles.drop}>
        <p>
          <b>Drop files anywhere on this page.</b> One or several, in the format{' '}
          <code>evidence-incident/1</code>.
        </p>
        <div className={styles.dropActions}>
          <label htmlFor={inputId} className="vh">
            Incident files
          </label>
          <input
            ref={input}
            id={inputId}
            className="vh"
            type="file"
            accept=".json,application/json"
            multiple
            tabIndex={-1}
            onChange={(event) => void textOfFiles([...(event.currentTarget.files ?? [])]).then(onGiven)}
          />
          <Button kind="primary" onClick={() => input.current?.click()}>
            Choose files
          </Button>
          {pasted === null && <Button onClick={() => setPasted('')}>Paste text</Button>}
        </div>
      </div>
      {pasted !== null && (
        <div className={styles.paste}>
          <Field label="The file’s text">
            {(control) => (
              <TextArea
                {...control}
                code
                autoFocus
                rows={6}
                className={styles.pasteArea ?? ''}
                spellCheck={false}
                value={pasted}
                onChange={(event) => setPasted(event.currentTarget.value)}
              />
            )}
          </Field>
          <Button kind="primary" disabled={pasted.trim() === ''} onClick={readPasted}>
            Read it
          </Button>
        </div>
      )}
    </Dialog>
  )
}
