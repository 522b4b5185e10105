import { type ActionItem, actionItemTextOf } from '../../../shared/content/actionItems.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { SharedTextField } from '../../room/SharedTextField.tsx'
import { focusAction } from './focusAction.ts'
import styles from './TextPiece.module.css'

type OutcomePieceProps = {
  item: ActionItem
  number: number
  mayEdit: boolean
  /** Just added here: takes the focus. */
  isNew: boolean
  /** Left by a key, perhaps without a word. */
  onGiveUp: () => void
}

/** What will be true once the action is done. */
export function OutcomePiece({ item, number, mayEdit, isNew, onGiveUp }: OutcomePieceProps) {
  const { contentDoc } = useRoom()
  const text = actionItemTextOf(contentDoc, item.id, 'outcome')
  if (!text || !mayEdit) return <span className={styles.outcome}>{item.outcome || 'Not said yet'}</span>
  return (
    <span className={`${styles.field} ${styles.outcome}`}>
      <SharedTextField
        text={text}
        place={{ in: 'action', id: item.id }}
        label={`Outcome of action ${number}`}
        placeholder="What will be true?"
        isStarting={isNew}
        singleLine
        onLeave={(leaving) => {
          if (leaving !== 'keys') return
          focusAction(item.id)
          onGiveUp()
        }}
      />
    </span>
  )
}
