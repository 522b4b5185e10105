import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { MOST_TEXT } from '../../shared/content/fields.ts'
import type { PresencePlace } from '../../shared/wire/presence.ts'
import { bindTextField } from './bindTextField.ts'
import { useRoom } from './RoomProvider.tsx'
import styles from './SharedTextField.module.css'
import { LettersAndCarets } from './TextWithCarets.tsx'
import { useCarets } from './useCarets.ts'
import { usePresenting } from './usePresenting.ts'
import { undoOrRedo } from './useUndo.ts'

/** Why a person left the field. `keys` is Escape, Ctrl or ⌘ with Enter, or Enter in a field of one line. */
export type Leaving = 'keys' | 'blur'

type SharedTextFieldProps = {
  text: Y.Text
  place: PresencePlace
  /** The name of the field, for those who cannot see what it belongs to. */
  label: string
  placeholder?: string
  /** Takes the focus as it appears, the caret at the end. */
  isStarting?: boolean
  singleLine?: boolean
  readOnly?: boolean
  onLeave?: (leaving: Leaving) => void
}

/** A plain field on a shared text: everyone may type at once, carets stay with their letters, undo is one's own. */
export function SharedTextField({
  text,
  place,
  label,
  placeholder = '',
  isStarting = false,
  singleLine = false,
  readOnly = false,
  onLeave,
}: SharedTextFieldProps) {
  const { origin, undo } = useRoom()
  const presenting = usePresenting()
  const field = useRef<HTMLTextAreaElement>(null)
  const published = useRef<number | null>(null)
  const [value, setValue] = useState(() => text.toString())
  const [ownIndex, setOwnIndex] = useState<number | null>(null)
  const carets = useCarets(text, place, value)

  useEffect(() => {
    if (!field.current) return
    return bindTextField(field.current, text, origin, { onValue: setValue, isSingleLine: singleLine })
  }, [text, origin, singleLine])

  useEffect(() => {
    const shown = field.current
    if (isStarting && shown) {
      shown.focus({ preventScroll: true })
      shown.setSelectionRange(shown.value.length, shown.value.length)
      shown.scrollIntoView?.({ block: 'nearest' })
    }
    return () => {
      if (published.current !== null) presenting.editing(null) // a field that is taken away gets no blur
    }
  }, [isStarting, presenting])

  const publishCaret = () => {
    const index = field.current?.selectionEnd ?? null
    if (readOnly || index === null || published.current === index) return
    if (published.current === null) presenting.editing(place)
    published.current = index
    presenting.caretAt(text, index)
    setOwnIndex(index)
  }
  const leave = (leaving: Leaving) => {
    if (published.current !== null) presenting.editing(null)
    published.current = null
    setOwnIndex(null)
    onLeave?.(leaving)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (!readOnly && undoOrRedo(undo, event)) return
    const isEnter = event.key === 'Enter' && (singleLine || event.ctrlKey || event.metaKey)
    if (!isEnter && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation() // the card or dialog around it would take the same Escape for its own
    leave('keys')
  }

  return (
    <span className={styles.field} data-caret-area="">
      <span className={styles.mirror} data-mirror="" aria-hidden="true">
        <LettersAndCarets letters={value} carets={carets} ownIndex={ownIndex} />
        {'\u200b'}
      </span>
      <textarea
        ref={field}
        className={styles.input}
        rows={1}
        maxLength={MOST_TEXT}
        aria-label={label}
        placeholder={placeholder}
        readOnly={readOnly}
        spellCheck
        onFocus={() => {
          undo.stopCapturing()
          publishCaret()
        }}
        onSelect={publishCaret}
        onInput={publishCaret}
        onBlur={() => leave('blur')}
        onKeyDown={onKeyDown}
      />
    </span>
  )
}
