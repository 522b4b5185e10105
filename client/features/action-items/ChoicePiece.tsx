import type { ReactNode } from 'react'
import { Menu } from '../../ui/Menu.tsx'
import { MenuChoice } from '../../ui/MenuChoice.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { MenuSeparator } from '../../ui/MenuSeparator.tsx'
import { PieceButton } from './PieceButton.tsx'
import { PlainPiece } from './PlainPiece.tsx'

type ChoicePieceProps<Value extends string> = {
  label: string
  ask: string
  /** Menu headings with what may be chosen under each. */
  groups: readonly { label: string; options: readonly { value: Value; label: string }[] }[]
  value: Value | null
  shown: ReactNode
  isNeeded: boolean
  mayEdit: boolean
  onChange: (value: Value | null) => void
  /** More to do than to choose, at the foot of the menu. */
  children?: ReactNode
}

/** A piece of an action that is one of a few. */
export function ChoicePiece<Value extends string>({
  label,
  ask,
  groups,
  value,
  shown,
  isNeeded,
  mayEdit,
  onChange,
  children,
}: ChoicePieceProps<Value>) {
  if (!mayEdit) return <PlainPiece label={label} shown={shown} />
  return (
    <Menu align="start" trigger={<PieceButton label={label} ask={ask} shown={shown} isNeeded={isNeeded} />}>
      {groups.map((group) => (
        <MenuChoice<Value | ''>
          key={group.label}
          label={group.label}
          value={value ?? ''}
          onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
          options={group.options}
        />
      ))}
      {(children || shown !== null) && <MenuSeparator />}
      {children}
      {shown !== null && <MenuItem onSelect={() => onChange(null)}>Leave it open</MenuItem>}
    </Menu>
  )
}
