import { X } from 'lucide-react'
import { useId } from 'react'
import { type Card, cardTextOf } from '../../../shared/content/cards.ts'
import type { PresencePlace } from '../../../shared/wire/presence.ts'
import { CommentButton } from '../../room/CommentButton.tsx'
import { useRoom } from '../../room/RoomProvider.tsx'
import { SharedTextField } from '../../room/SharedTextField.tsx'
import { TextWithCarets } from '../../room/TextWithCarets.tsx'
import { useCards } from '../../room/useContent.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { AddRow } from './AddRow.tsx'
import { BoardFocusProvider, useBoardFocus, useIsEditing } from './boardFocus.tsx'
import styles from './ParkingLot.module.css'
import { useCardEdits } from './useCardEdits.ts'

/** What is kept for later, for everyone to see and add to. */
export const ParkingLot = () => (
  <BoardFocusProvider>
    <Parked />
  </BoardFocusProvider>
)

function Parked() {
  const titleId = useId()
  const mayEdit = useMayEdit()
  const edits = useCardEdits()
  const parked = useCards().filter(({ place }) => place.kind === 'parked')
  useShortcut('parkTopic', () => edits.add('parked'), { isOn: mayEdit })
  if (parked.length === 0 && !mayEdit) return null
  return (
    <section aria-labelledby={titleId}>
      <h2 className={styles.title} id={titleId}>
        Parking lot {parked.length > 0 && <span className={styles.count}>{parked.length}</span>}
      </h2>
      {parked.length > 0 && (
        <ul className={styles.list}>
          {parked.map((card) => (
            <ParkedTopic key={card.id} card={card} />
          ))}
        </ul>
      )}
      {mayEdit && (
        <AddRow keys="Z" onAdd={() => edits.add('parked')}>
          Park this topic
        </AddRow>
      )}
    </section>
  )
}

function ParkedTopic({ card }: { card: Card }) {
  const { contentDoc } = useRoom()
  const mayEdit = useMayEdit()
  const edits = useCardEdits()
  const { editing } = useBoardFocus()
  const isEditing = useIsEditing(card.id) && mayEdit
  const text = cardTextOf(contentDoc, card.id)
  const place: PresencePlace = { in: 'card', id: card.id }
  if (!text) return null // it was removed this moment
  return (
    <li className={styles.topic} data-card={card.id}>
      <Glyph kind="parked" />
      {isEditing ? (
        <SharedTextField
          text={text}
          place={place}
          label="Parked topic"
          placeholder="What to come back to"
          singleLine
          isStarting
          onLeave={(leaving) => edits.leave(card.id, leaving, false)}
        />
      ) : mayEdit ? (
        <button type="button" className={styles.words} onClick={() => editing.set(card.id)}>
          <TextWithCarets text={text} place={place} placeholder="Nothing written yet" />
        </button>
      ) : (
        <TextWithCarets text={text} place={place} />
      )}
      <CommentButton anchor={{ on: 'card', id: card.id }} quote={card.text} />
      {mayEdit && !isEditing && (
        <IconButton label="Remove from the parking lot" size="sm" onClick={() => edits.remove(card.id)}>
          <X aria-hidden="true" />
        </IconButton>
      )}
    </li>
  )
}
