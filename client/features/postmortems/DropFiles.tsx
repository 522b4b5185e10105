import { FileInput } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './DropFiles.module.css'
import { type GivenText, textOfFiles } from './textOfFiles.ts'

type DropFilesProps = { disabled: boolean; onGiven: (given: GivenText[]) => void }

/** The whole page takes files, and an incident file's text by paste. While files are held over it, it says so. */
export function DropFiles({ disabled, onGiven }: DropFilesProps) {
  const [isOver, setIsOver] = useState(false)
  const given = useEffectEvent(onGiven)
  useEffect(() => {
    if (disabled) return
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault() // or the browser opens the file in place of this page
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false) // left the window, not just an element in it
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setIsOver(false)
      void textOfFiles([...(event.dataTransfer?.files ?? [])]).then(
        (texts) => texts.length > 0 && given(texts),
      )
    }
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]'))
        return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim().startsWith('{')) given([{ fileName: 'what you pasted', text }])
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('dragover', over, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('drop', drop, { signal })
    window.addEventListener('paste', paste, { signal })
    return () => listening.abort()
  }, [disabled])

  if (!isOver || disabled) return null
  return createPortal(
    <div className={styles.overlay} aria-hidden="true">
      <p className={styles.words}>
        <FileInput size={28} strokeWidth={1.5} />
        Drop to read
      </p>
    </div>,
    document.body, // over an open dialog too
  )
}

const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true
