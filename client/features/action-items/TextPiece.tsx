import { useState } from 'react'
import { type ActionItemText, actionItemTextOf } from '../../../shared/content/actionItems.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { SharedTextField } from '../../room/SharedTextField.tsx'
import { focusAction } from './focusAction.ts'
import { PieceButton } from './PieceButton.tsx'
import { PlainPiece } from './PlainPiece.tsx'
import type { PieceProps } from './pieceProps.ts'
import styles from './TextPiece.module.css'

type TextPieceProps = Omit<PieceProps, 'describe'> & {
  field: Exclude<ActionItemText, 'outcome'>
  label: string
  ask: string
}

/** A text of an action that people type together. Asks for itself while there is none. */
export function TextPiece({ item, number, isNeeded, mayEdit, field, label, ask }: TextPieceProps) {
  const { contentDoc } = useRoom()
  const [isAnswering, setAnswering] = useState(false)
  const text = actionItemTextOf(contentDoc, item.id, field)
  const name = `${label} of action ${number}`
  const isEmpty = item[field] === ''

  if (!text || !mayEdit) return <PlainPiece label={name} shown={isEmpty ? null : item[field]} />
  if (isEmpty && !isAnswering) {
    return (
      <PieceButton
        label={name}
        ask={ask}
        shown={null}
        isNeeded={isNeeded}
        onClick={() => setAnswering(true)}
      />
    )
  }
  return (
    <span className={styles.field}>
      <SharedTextField
        text={text}
        place={{ in: 'action', id: item.id }}
        label={name}
        placeholder={ask}
        isStarting={isAnswering}
        onLeave={(leaving) => {
          setAnswering(false)
          if (leaving === 'keys') focusAction(item.id)
        }}
      />
    </span>
  )
}
