import { actionPriorities } from '../../../shared/content/actionItems.ts'
import styles from './ActionTable.module.css'
import { ChoicePiece } from './ChoicePiece.tsx'
import type { PieceProps } from './pieceProps.ts'

const labels = { high: 'High', medium: 'Medium', low: 'Low' } as const
const options = actionPriorities.map((value) => ({ value, label: labels[value] }))

export function PriorityPiece({ item, number, isNeeded, mayEdit, describe }: PieceProps) {
  const { priority } = item
  return (
    <ChoicePiece
      label={`Priority of action ${number}`}
      ask="Priority"
      groups={[{ label: 'Priority', options }]}
      value={priority}
      shown={
        priority && (
          <span className={styles.priority} data-priority={priority}>
            {labels[priority]}
          </span>
        )
      }
      isNeeded={isNeeded}
      mayEdit={mayEdit}
      onChange={(chosen) => describe(item.id, { priority: chosen })}
    />
  )
}
