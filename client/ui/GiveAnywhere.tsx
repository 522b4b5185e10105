import { FileInput } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './GiveAnywhere.module.css'

type GiveAnywhereProps = {
  isDisabled?: boolean
  /** What is said while files are held over the page. */
  words?: string
  /** The transfer can be read only until this returns. */
  onDropped: (dropped: DataTransfer) => void
  /** What is pasted into a field stays there. */
  onPasted: (pasted: DataTransfer) => void
}

/**
 * The whole page takes files by drop and anything by paste, and says so while files are held over it. Whatever lies nearer
 * and takes them itself says so by `preventDefault`.
 */
export function GiveAnywhere(props: GiveAnywhereProps) {
  const { isDisabled = false, words = 'Drop to read', onDropped, onPasted } = props
  const [isOver, setIsOver] = useState(false)
  const dropped = useEffectEvent(onDropped)
  const pasted = useEffectEvent(onPasted)
  useEffect(() => {
    if (isDisabled) return
    const over = (event: DragEvent) => {
      const isOurs = carriesFiles(event) && !event.defaultPrevented
      if (isOurs) event.preventDefault() // or the browser opens the file in place of this page
      setIsOver(isOurs)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false) // left the window, not just an element in it
    }
    const drop = (event: DragEvent) => {
      setIsOver(false)
      if (!carriesFiles(event) || event.defaultPrevented || !event.dataTransfer) return
      event.preventDefault()
      dropped(event.dataTransfer)
    }
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || !event.clipboardData || isInField(event.target)) return
      pasted(event.clipboardData)
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('dragover', over, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('drop', drop, { signal })
    window.addEventListener('paste', paste, { signal })
    return () => {
      listening.abort()
      setIsOver(false)
    }
  }, [isDisabled])

  if (!isOver) return null
  return createPortal(
    <div className={styles.overlay} aria-hidden="true">
      <p className={styles.words}>
        <FileInput size={28} strokeWidth={1.5} />
        {words}
      </p>
    </div>,
    document.body, // over an open dialog too
  )
}

const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true

const isInField = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
