import { type KeyboardEvent, useRef } from 'react'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './ActionTable.module.css'

const MOST_NAME = 60

/** A name that is typed. `onDone` gets the name, empty for nobody, or null when Escape gave it up. */
export function TypedOwner({
  label,
  opening,
  onDone,
}: {
  label: string
  opening: string
  onDone: (typed: string | null) => void
}) {
  const isDone = useRef(false)
  const done = (typed: string | null) => {
    if (isDone.current) return // taking the field away blurs it once more
    isDone.current = true
    onDone(typed?.trim() ?? null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') done(event.currentTarget.value)
    if (event.key === 'Escape') done(null)
  }
  return (
    <TextInput
      className={styles.typed}
      aria-label={label}
      placeholder="Name"
      autoFocus
      maxLength={MOST_NAME}
      defaultValue={opening}
      onKeyDown={onKeyDown}
      onBlur={(event) => done(event.currentTarget.value)}
    />
  )
}
