import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

const listeners = new Set<() => void>()
let isPrinting = false

function tell(printing: boolean): void {
  isPrinting = printing
  // Paper is laid out as soon as the event is over.
  flushSync(() => {
    for (const changed of listeners) changed()
  })
}
const onBegin = () => tell(true)
const onEnd = () => tell(false)

function subscribe(changed: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('beforeprint', onBegin)
    window.addEventListener('afterprint', onEnd)
  }
  listeners.add(changed)
  return () => {
    listeners.delete(changed)
    if (listeners.size > 0) return
    window.removeEventListener('beforeprint', onBegin)
    window.removeEventListener('afterprint', onEnd)
  }
}

/** While the page goes to paper, which has no window to look through. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => isPrinting)
