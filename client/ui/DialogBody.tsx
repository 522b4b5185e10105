import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './Dialog.module.css'

/** Scrolls when it has to, and can then be reached with Tab so that the keyboard scrolls it too. */
export function DialogBody({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = body.current
    if (!element) return
    const measured = new ResizeObserver(() => setScrolls(element.scrollHeight > element.clientHeight))
    measured.observe(element)
    for (const child of element.children) measured.observe(child)
    return () => measured.disconnect()
  }, [])
  return (
    <div className={styles.body} ref={body} tabIndex={scrolls ? 0 : undefined}>
      {children}
    </div>
  )
}
