import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { type Card, describeCard } from '../../../shared/content/cards.ts'
import { useAttaching } from '../../room/attaching.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuChoice } from '../../ui/MenuChoice.tsx'
import { MenuHeading } from '../../ui/MenuHeading.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { MenuSeparator } from '../../ui/MenuSeparator.tsx'
import styles from './CardActions.module.css'
import { type BoardKind, columns, statementKinds, wentWellKinds } from './columns.ts'
import { EvidenceDialog } from './EvidenceDialog.tsx'
import { FirstSeenDialog } from './FirstSeenDialog.tsx'
import { factorInWords } from './factorInWords.ts'
import { useCardEdits } from './useCardEdits.ts'

type CardActionsProps = {
  card: Card
  isTabStop: boolean
  /** A pointer or the focus is on the card. */
  isNear: boolean
  onEdit: () => void
}

/** The menu of one card. A plain button until someone comes near: four hundred menus are slow. */
export function CardActions({ card, isTabStop, isNear, onEdit }: CardActionsProps) {
  const [dialog, setDialog] = useState<'evidence' | 'firstSeen' | null>(null)
  const trigger = (
    <IconButton label="What to do with this card" size="sm" tabIndex={isTabStop ? 0 : -1}>
      <Ellipsis aria-hidden="true" />
    </IconButton>
  )
  const close = () => setDialog(null)
  return (
    <span className={styles.actions}>
      {isNear ? (
        <Menu trigger={trigger}>
          <CardMenu
            card={card}
            onEdit={onEdit}
            onLink={() => setDialog('evidence')}
            onFirstSeen={() => setDialog('firstSeen')}
          />
        </Menu>
      ) : (
        trigger
      )}
      {dialog === 'evidence' && <EvidenceDialog card={card} onClose={close} />}
      {dialog === 'firstSeen' && <FirstSeenDialog card={card} onClose={close} />}
    </span>
  )
}

type CardMenuProps = { card: Card; onEdit: () => void; onLink: () => void; onFirstSeen: () => void }

function CardMenu({ card, onEdit, onLink, onFirstSeen }: CardMenuProps) {
  const { contentDoc, origin } = useRoom()
  const attaching = useAttaching()
  const edits = useCardEdits()
  const kinds = [...statementKinds, ...wentWellKinds].filter((kind) => kind !== card.place.kind)
  return (
    <>
      <MenuItem onSelect={onEdit} keys="↵">
        Edit
      </MenuItem>
      <MenuItem onSelect={() => edits.step(card.id, -1)} keys="Alt ↑">
        Move up
      </MenuItem>
      <MenuItem onSelect={() => edits.step(card.id, 1)} keys="Alt ↓">
        Move down
      </MenuItem>
      <MenuSeparator />
      <MenuHeading>Move to</MenuHeading>
      {kinds.map((kind: BoardKind) => (
        <MenuItem key={kind} onSelect={() => edits.reclassify(card.id, kind)}>
          {columns[kind].title}
        </MenuItem>
      ))}
      {card.place.kind === 'interpretation' && (
        <>
          <MenuSeparator />
          <MenuChoice
            label="Its part in the incident"
            value={card.factor ?? 'none'}
            onChange={(factor) =>
              describeCard(contentDoc, card.id, { factor: factor === 'none' ? null : factor }, origin)
            }
            options={[
              { value: 'none', label: 'None named' },
              { value: 'trigger', label: factorInWords.trigger },
              { value: 'contributingFactor', label: factorInWords.contributingFactor },
            ]}
          />
        </>
      )}
      <MenuSeparator />
      <MenuItem onSelect={onLink}>{card.evidenceUrl ? 'Change the evidence…' : 'Link evidence…'}</MenuItem>
      {attaching && <MenuItem onSelect={() => attaching.ask({ on: 'card', id: card.id })}>Attach…</MenuItem>}
      <MenuItem onSelect={onFirstSeen}>First seen at…</MenuItem>
      <MenuItem onSelect={() => edits.remove(card.id)} keys="Del">
        Remove
      </MenuItem>
    </>
  )
}
