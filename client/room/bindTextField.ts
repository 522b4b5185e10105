import type * as Y from 'yjs'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import { typeInto } from '../../shared/content/typeInto.ts'
import { gapAfter, type TextDelta, typeIntoChanged } from './typedMeanwhile.ts'

export type BoundField = HTMLTextAreaElement | HTMLInputElement

/**
 * Keeps a plain field and a shared text in step. What others change moves the caret and the selection along with the
 * letters around them. While an input method composes a word the field is left alone: a change of its value would
 * throw the half-written word away. `onValue` is told what the field holds after each change.
 */
export function bindTextField(
  field: BoundField,
  text: Y.Text,
  origin: EditOrigin,
  { onValue, isSingleLine = false }: { onValue: (value: string) => void; isSingleLine?: boolean },
): () => void {
  let shown = text.toString()
  let isComposing = false
  let isTyping = false
  let meanwhile: TextDelta[] = []
  field.value = shown

  const show = (value: string, start: number, end: number) => {
    shown = value
    field.value = value
    // Setting a selection takes the focus in some browsers.
    if (field.ownerDocument.activeElement === field) {
      field.setSelectionRange(start, end, field.selectionDirection ?? 'none')
    }
    onValue(value)
  }

  const takeTyped = () => {
    const value = isSingleLine ? field.value.replace(/[\r\n]+/g, ' ') : field.value
    const typed = { before: shown, after: value, caret: field.selectionStart ?? value.length }
    isTyping = true
    if (meanwhile.length === 0) {
      typeInto(text, typed, origin)
      shown = value
      if (value !== field.value) show(value, typed.caret, typed.caret)
    } else {
      const caret = typeIntoChanged(text, typed, meanwhile, origin)
      meanwhile = []
      show(text.toString(), caret, caret)
    }
    isTyping = false
    onValue(shown)
  }

  const onInput = () => (isComposing ? onValue(field.value) : takeTyped())
  const onCompositionStart = () => {
    isComposing = true
  }
  const onCompositionEnd = () => {
    isComposing = false
    takeTyped()
  }
  const onTextChange = ({ delta }: Y.YTextEvent) => {
    if (isTyping) return
    if (isComposing) {
      meanwhile.push(delta)
      return
    }
    const { selectionStart, selectionEnd } = field
    show(text.toString(), gapAfter(delta, selectionStart ?? 0), gapAfter(delta, selectionEnd ?? 0))
  }

  field.addEventListener('input', onInput)
  field.addEventListener('compositionstart', onCompositionStart)
  field.addEventListener('compositionend', onCompositionEnd)
  text.observe(onTextChange)
  return () => {
    if (isComposing) takeTyped()
    field.removeEventListener('input', onInput)
    field.removeEventListener('compositionstart', onCompositionStart)
    field.removeEventListener('compositionend', onCompositionEnd)
    text.unobserve(onTextChange)
  }
}
