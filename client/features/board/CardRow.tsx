import { memo, useEffect, useState } from 'react'
import { type Card, cardTextOf } from '../../../shared/content/cards.ts'
import { isCardBeyond } from '../../../shared/content/horizon.ts'
import type { PresencePlace } from '../../../shared/wire/presence.ts'
import { AttachedTo } from '../../room/AttachedTo.tsx'
import { useHorizon } from '../../room/horizonView.tsx'
import { useRoom } from '../../room/RoomProvider.tsx'
import { SharedTextField } from '../../room/SharedTextField.tsx'
import { TextWithCarets } from '../../room/TextWithCarets.tsx'
import { useMayEdit } from '../../room/useMeeting.ts'
import { useValue } from '../../room/valueStore.ts'
import { useBoardFocus, useIsEditing } from './boardFocus.tsx'
import { CardActions } from './CardActions.tsx'
import { CardMeta } from './CardMeta.tsx'
import styles from './CardRow.module.css'
import { type BoardKind, columns } from './columns.ts'
import { othersInWords } from './othersInWords.ts'
import { useCardDrag } from './useCardDrag.ts'
import { useCardEdits } from './useCardEdits.ts'
import { useOthersOn } from './useOthersOn.ts'

type CardRowProps = { card: Card; isTabStop: boolean; isDropBelow: boolean }

/** One card. Memoised: a keystroke in one renders that one alone. */
export const CardRow = memo(function CardRow({ card, isTabStop, isDropBelow }: CardRowProps) {
  const { contentDoc, connection } = useRoom()
  const mayEdit = useMayEdit()
  const focus = useBoardFocus()
  const edits = useCardEdits()
  const isEditing = useIsEditing(card.id) && mayEdit
  const others = useOthersOn(card.id)
  const isLive = useValue(connection).is === 'live'
  const isBeyond = isCardBeyond(card, useHorizon().veilAt)
  const [isNear, setNear] = useState(false)
  const row = useCardDrag(card, mayEdit && !isEditing)
  const text = cardTextOf(contentDoc, card.id)
  const place: PresencePlace = { in: 'card', id: card.id }
  const first = others.editing[0] ?? others.dragging[0]

  // biome-ignore lint/correctness/useExhaustiveDependencies: a card that was moved stands at another place in the page
  useEffect(() => {
    if (focus.takeFocus(card.id)) row.current?.focus()
  }, [card.place, focus, card.id])

  const edit = () => mayEdit && focus.editing.set(card.id)
  const onClick = (event: React.MouseEvent) => {
    const isControl =
      event.target instanceof Element && event.target.closest('a, button, textarea, [role=menu]')
    const isSelecting = !getSelection()?.isCollapsed
    if (!isControl && !isSelecting && event.currentTarget.contains(event.target as Node)) edit() // a click is on a node
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears Enter for its cards
    <li
      ref={row}
      className={styles.card}
      data-card={card.id}
      data-beyond={isBeyond || undefined}
      data-editing={isEditing || undefined}
      data-person={isLive && !isEditing ? first?.person.colour : undefined}
      data-dragged={others.dragging.length > 0 || undefined}
      data-drop-below={isDropBelow || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onClick}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
    >
      {isEditing && text ? (
        <SharedTextField
          text={text}
          place={place}
          label={`Card in ${columns[card.place.kind as BoardKind].title}`}
          isStarting
          onLeave={(leaving) => edits.leave(card.id, leaving, others.editing.length > 0)}
        />
      ) : (
        text && <TextWithCarets text={text} place={place} placeholder="Nothing written yet" />
      )}
      <AttachedTo target={{ on: 'card', id: card.id }} tabIndex={isTabStop ? 0 : -1} />
      <CardMeta
        card={card}
        isBeyond={isBeyond}
        others={othersInWords(others, card.text, isLive)}
        tabIndex={isTabStop ? 0 : -1}
      />
      {mayEdit && !isEditing && (
        <CardActions card={card} isTabStop={isTabStop} isNear={isNear} onEdit={edit} />
      )}
    </li>
  )
})
