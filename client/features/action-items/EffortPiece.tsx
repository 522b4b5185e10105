import { actionEfforts } from '../../../shared/content/actionItems.ts'
import { ChoicePiece } from './ChoicePiece.tsx'
import type { PieceProps } from './pieceProps.ts'

const labels = { small: 'Days', medium: 'Weeks', large: 'Months' } as const
const options = actionEfforts.map((value) => ({ value, label: labels[value] }))

/** Never asked for: an action can be committed to without an estimate. */
export function EffortPiece({ item, number, mayEdit, describe }: PieceProps) {
  return (
    <ChoicePiece
      label={`Effort of action ${number}`}
      ask="Effort"
      groups={[{ label: 'What it takes', options }]}
      value={item.effort}
      shown={item.effort && labels[item.effort]}
      isNeeded={false}
      mayEdit={mayEdit}
      onChange={(effort) => describe(item.id, { effort })}
    />
  )
}
