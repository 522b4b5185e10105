import { useEffect, useEffectEvent } from 'react'
import type { AttachTarget } from '../../../shared/content/attachments.ts'
import { isLongText } from './longText.ts'
import { targetAt } from './targetAt.ts'

/** A text as it was pasted, and where in its field. */
export type GivenWords = { text: string; at: number }

type GivingOptions = {
  isOn: boolean
  /** What is asked about right now: it takes what is pasted into its dialog. */
  asked: AttachTarget | null
  onFiles: (target: AttachTarget, files: readonly File[]) => void
  /** Says whether it is taken; otherwise the words go where they were pasted. */
  onLongText: (target: AttachTarget, words: GivenWords) => boolean
}

/**
 * Files dropped on a card, an event or notes, pictures pasted there, and texts no field has room for. Heard before the
 * page and any editor hear of it: a log that has reached the document stays in its past for good.
 */
export function useGiving({ isOn, asked, onFiles, onLongText }: GivingOptions): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const { clipboardData, target: into } = event
    const focused = isField(into) ? into : document.activeElement
    const target = asked ?? targetAt(focused)?.target
    if (!clipboardData || !target || event.defaultPrevented) return
    const text = clipboardData.getData('text/plain')
    const files = [...clipboardData.files]
    const isTaken =
      text.trim() === ''
        ? files.length > 0
        : isLongText(text) && onLongText(target, { text, at: caretIn(focused) })
    if (!isTaken) return
    event.preventDefault()
    event.stopPropagation()
    if (text.trim() === '') onFiles(target, files)
  })
  const over = useEffectEvent((event: DragEvent) => {
    const row = carriesFiles(event) ? rowUnder(event) : null
    light(row)
    if (row) event.preventDefault()
  })
  const drop = useEffectEvent((event: DragEvent) => {
    light(null)
    const found = carriesFiles(event) && event.target instanceof Element ? targetAt(event.target) : null
    if (!found || !event.dataTransfer) return
    event.preventDefault()
    onFiles(found.target, [...event.dataTransfer.files])
  })

  useEffect(() => {
    if (!isOn) return
    const listening = new AbortController()
    const early = { signal: listening.signal, capture: true }
    window.addEventListener('paste', paste, early)
    window.addEventListener('dragover', over, early)
    window.addEventListener('drop', drop, early)
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && light(null), early)
    return () => {
      listening.abort()
      light(null)
    }
  }, [isOn])
}

let lit: HTMLElement | null = null

/** Shows where a file would go. */
function light(row: HTMLElement | null): void {
  if (lit === row) return
  if (lit) delete lit.dataset.takes
  if (row) row.dataset.takes = ''
  lit = row
}

const rowUnder = ({ target }: DragEvent): HTMLElement | null =>
  target instanceof Element ? (targetAt(target)?.row ?? null) : null

const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true

const isField = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.closest('input, textarea, [contenteditable=true]') !== null

const caretIn = (focused: Element | null): number =>
  focused instanceof HTMLTextAreaElement ? (focused.selectionStart ?? 0) : Number.POSITIVE_INFINITY
