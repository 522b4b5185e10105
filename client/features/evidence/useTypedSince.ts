import { useEffect, useRef } from 'react'
import { isTyping } from '../../room/isTyping.ts'

/** Whether the person began to write elsewhere after something was begun: what opens by itself would take their words. */
export function useTypedSince(): { begin: () => void; isWriting: () => boolean } {
  const hasTyped = useRef(false)
  useEffect(() => {
    const typed = () => {
      hasTyped.current = true
    }
    const listening = new AbortController()
    window.addEventListener('input', typed, { capture: true, signal: listening.signal })
    return () => listening.abort()
  }, [])
  return {
    begin: () => {
      hasTyped.current = false
    },
    isWriting: () => hasTyped.current && isTyping(),
  }
}
