import { addCard } from '../../../shared/content/cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { RevealedAnswer } from '../../../shared/wire/sealedAnswers.ts'
import { cardKindWords } from '../../room/cardKindWords.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { newId } from '../../room/room.ts'
import { Button } from '../../ui/Button.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { showToast } from '../../ui/toasts.ts'

const kinds = ['fact', 'interpretation', 'question'] as const

/** Puts an answer on the board as a card, whose words are its author's: without a name it has none there either. */
export function MakeCard({ answer: { text, by } }: { answer: RevealedAnswer }) {
  const room = useRoom()
  const make = (kind: (typeof kinds)[number]) => {
    const card = { id: newId<CardId>(), kind, text, by: by?.personId ?? null, createdAt: room.now() }
    const takeBack = reversibly(room, () => addCard(room.contentDoc, card, room.origin))
    showToast(`Added to ${cardKindWords[kind]}`, { onUndo: takeBack })
  }
  return (
    <Menu
      trigger={
        <Button size="sm" kind="quiet">
          Make a card
        </Button>
      }
    >
      {kinds.map((kind) => (
        <MenuItem key={kind} icon={<Glyph kind={kind} />} onSelect={() => make(kind)}>
          {cardKindWords[kind]}
        </MenuItem>
      ))}
    </Menu>
  )
}
