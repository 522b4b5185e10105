import { ClipboardPaste, FileInput } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../../ui/Button.tsx'
import styles from './Evidence.module.css'
import type { GivenFile } from './evidenceMessages.ts'
import { chosenFiles, droppedFiles } from './givenFiles.ts'
import { PasteDialog } from './PasteDialog.tsx'

type GiveEvidenceProps = { onGiven: (given: readonly GivenFile[]) => void }

/** Files by drop or choice, text by paste: anywhere on the page, as long as nobody types somewhere. */
export function GiveEvidence({ onGiven }: GiveEvidenceProps) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const [isPasting, setIsPasting] = useState(false)
  const given = useEffectEvent(onGiven)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault() // or the browser opens the file in place of this page
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      setIsOver(false)
      void droppedFiles(event.dataTransfer).then(given)
    }
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]'))
        return
      const { clipboardData } = event
      if (clipboardData?.files.length) return given(chosenFiles(clipboardData.files))
      const text = clipboardData?.getData('text/plain') ?? ''
      if (text.trim() !== '') given(asFile(text))
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('dragover', over, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('drop', drop, { signal })
    window.addEventListener('paste', paste, { signal })
    return () => listening.abort()
  }, [])
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
            onGiven(asFile(text))
          }}
          onClose={() => setIsPasting(false)}
        />
      )}
      {isOver &&
        createPortal(
          <div className={styles.overlay} aria-hidden="true">
            <p className={styles.overlayWords}>
              <FileInput size={28} strokeWidth={1.5} />
              Drop to read
            </p>
          </div>,
          document.body,
        )}
    </div>
  )
}

const asFile = (text: string): GivenFile[] => [{ path: 'Pasted text.txt', content: text }]

const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true
