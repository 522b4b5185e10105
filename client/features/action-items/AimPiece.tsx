import { type ActionItem, actionAims } from '../../../shared/content/actionItems.ts'
import { aims } from './aims.ts'
import { ChoicePiece } from './ChoicePiece.tsx'
import type { PieceProps } from './pieceProps.ts'

const options = actionAims.map((value) => ({ value, label: aims[value].label }))

export function AimPiece({ item, number, isNeeded, mayEdit, describe }: PieceProps) {
  return (
    <ChoicePiece
      label={`Category of action ${number}`}
      ask="Category"
      groups={[{ label: 'What it does', options }]}
      value={item.aim}
      shown={item.aim && <ShownAim aim={item.aim} />}
      isNeeded={isNeeded}
      mayEdit={mayEdit}
      onChange={(aim) => describe(item.id, { aim })}
    />
  )
}

function ShownAim({ aim }: { aim: NonNullable<ActionItem['aim']> }) {
  const { label, Icon } = aims[aim]
  return (
    <>
      <Icon size={14} aria-hidden="true" />
      {label}
    </>
  )
}
