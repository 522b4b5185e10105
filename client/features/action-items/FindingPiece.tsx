import type { Card } from '../../../shared/content/cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { useCards } from '../../room/useContent.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { MenuSeparator } from '../../ui/MenuSeparator.tsx'
import styles from './ActionTable.module.css'
import { FindingChoices } from './FindingChoices.tsx'
import { PieceButton } from './PieceButton.tsx'
import { PlainPiece } from './PlainPiece.tsx'
import type { PieceProps } from './pieceProps.ts'

/** The card that says why the action is worth doing. */
export function FindingPiece({ item, number, isNeeded, mayEdit, describe }: PieceProps) {
  const finding = useCards().find(({ id }) => id === item.findingId)
  const label = `Finding of action ${number}`
  const shown = item.findingId === null ? null : <ShownFinding finding={finding} />
  if (!mayEdit) return <PlainPiece label={label} shown={shown} />
  const choose = (findingId: CardId | null) => describe(item.id, { findingId })
  return (
    <Menu
      align="start"
      trigger={<PieceButton label={label} ask="Which finding is it for?" shown={shown} isNeeded={isNeeded} />}
    >
      <FindingChoices value={item.findingId} onChange={choose} />
      {shown !== null && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => choose(null)}>Leave it open</MenuItem>
        </>
      )}
    </Menu>
  )
}

function ShownFinding({ finding }: { finding: Card | undefined }) {
  if (!finding) return <span className={styles.finding}>Its finding was removed. Choose another</span>
  return (
    <>
      <Glyph kind={finding.place.kind} size={10} />
      <span className={styles.finding}>{finding.text.trim() || 'An empty card'}</span>
    </>
  )
}
