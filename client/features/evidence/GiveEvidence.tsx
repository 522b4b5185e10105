import { ClipboardPaste } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import styles from './Evidence.module.css'
import type { GivenFile } from './evidenceMessages.ts'
import { chosenFiles, pastedFile } from './givenFiles.ts'
import { PasteDialog } from './PasteDialog.tsx'

type GiveEvidenceProps = { onGiven: (given: readonly GivenFile[]) => void }

/** Files by choice, text by paste; both can also be dropped or pasted anywhere on the page. */
export function GiveEvidence({ onGiven }: GiveEvidenceProps) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const id = useId()
  const [isPasting, setIsPasting] = useState(false)
  const chosen = (input: HTMLInputElement) => {
    onGiven(chosenFiles(input.files ?? []))
    input.value = '' // the same file can be chosen again
  }

  return (
    <div className={styles.drop}>
      <p>
        <span className={styles.dropWords}>
          <b>Drop files here</b>, or paste text anywhere on this page.
        </span>{' '}
        Names you choose, tokens and addresses are masked before anyone else sees them.
      </p>
      <div className={styles.row}>
        <label htmlFor={`${id}-files`} className="vh">
          Files of evidence
        </label>
        <input
          ref={files}
          id={`${id}-files`}
          className="vh"
          type="file"
          multiple
          tabIndex={-1}
          onChange={(event) => chosen(event.currentTarget)}
        />
        <label htmlFor={`${id}-folder`} className="vh">
          A folder of evidence
        </label>
        <input
          ref={(element) => {
            folder.current = element
            element?.setAttribute('webkitdirectory', '')
          }}
          id={`${id}-folder`}
          className="vh"
          type="file"
          tabIndex={-1}
          onChange={(event) => chosen(event.currentTarget)}
        />
        <Button size="sm" onClick={() => setIsPasting(true)}>
          <ClipboardPaste size={14} aria-hidden="true" />
          Paste
        </Button>
        <Button size="sm" onClick={() => files.current?.click()}>
          Choose files
        </Button>
        <Button size="sm" kind="quiet" className={styles.folder} onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
      </div>
      {isPasting && (
        <PasteDialog
          onPasted={(text) => {
            setIsPasting(false)
            onGiven(pastedFile(text))
          }}
          onClose={() => setIsPasting(false)}
        />
      )}
    </div>
  )
}
