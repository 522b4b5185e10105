import { type FormEvent, useId, useState } from 'react'
import type { Turn, TurnKind } from '../../../shared/meeting/turnQueue.ts'
import { turnKindWords } from '../../room/turnKindWords.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './HandForm.module.css'

export const MOST_NOTE = 80
const kinds = Object.keys(turnKindWords) as TurnKind[] // the keys of a literal

/** What the own hand is about. Keeps its place in the queue. */
export function HandForm({
  turn,
  onSay,
  onClose,
}: {
  turn: Turn
  onSay: (kind: TurnKind, note: string) => void
  onClose: () => void
}) {
  const [kind, setKind] = useState(turn.kind)
  const [note, setNote] = useState(turn.note)
  const name = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSay(kind, note.trim())
    onClose()
  }
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <fieldset className={styles.kinds}>
        <legend className="vh">What is it?</legend>
        {kinds.map((option) => (
          <label key={option} className={styles.kind}>
            <input type="radio" name={name} checked={kind === option} onChange={() => setKind(option)} />
            {turnKindWords[option]}
          </label>
        ))}
      </fieldset>
      <TextInput
        autoFocus
        value={note}
        maxLength={MOST_NOTE}
        aria-label="About what, in a few words"
        placeholder="About what, in a few words"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <p className={styles.row}>
        <small className={styles.left}>{MOST_NOTE - note.length} left</small>
        <Button size="sm" kind="quiet" onClick={onClose}>
          Leave it
        </Button>
        <Button size="sm" kind="soft" type="submit">
          Say so
        </Button>
      </p>
    </form>
  )
}
