import { useState } from 'react'
import { useRoom } from '../../room/RoomProvider.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './ActionTable.module.css'
import { calendarDateOf, dueInWords } from './dueInWords.ts'
import { PieceButton } from './PieceButton.tsx'
import { PlainPiece } from './PlainPiece.tsx'
import type { PieceProps } from './pieceProps.ts'

/** A calendar date. Written in words until someone changes it. */
export function DuePiece({ item, number, isNeeded, mayEdit, describe }: PieceProps) {
  const { now } = useRoom()
  const [changing, setChanging] = useState<'not' | 'now' | 'wasByKeys'>('not')
  const label = `Due date of action ${number}`
  const today = calendarDateOf(now())
  const { dueOn } = item

  const close = (value: string, next: 'not' | 'wasByKeys') => {
    const chosen = value || null
    if (chosen !== dueOn) describe(item.id, { dueOn: chosen })
    setChanging((now) => (now === 'now' ? next : now)) // taking the field away blurs it once more
  }
  if (changing === 'now') {
    return (
      <TextInput
        type="date"
        className={styles.typed}
        aria-label={label}
        autoFocus
        defaultValue={dueOn ?? ''}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') close(event.currentTarget.value, 'wasByKeys')
        }}
        onBlur={(event) => close(event.currentTarget.value, 'not')}
      />
    )
  }
  const shown = dueOn && <DueDate dueOn={dueOn} today={today} />
  if (!mayEdit) return <PlainPiece label={label} shown={shown} />
  return (
    <PieceButton
      label={label}
      ask="By when?"
      shown={shown}
      isNeeded={isNeeded}
      autoFocus={changing === 'wasByKeys'}
      onClick={() => setChanging('now')}
    />
  )
}

/** Past its date is ochre, with the words for it. */
function DueDate({ dueOn, today }: { dueOn: string; today: string }) {
  const isPast = dueOn < today
  return (
    <time dateTime={dueOn} className={isPast ? styles.past : styles.due}>
      {dueInWords(dueOn, today)}
      {isPast && <span className={styles.pastWords}>past its date</span>}
    </time>
  )
}
