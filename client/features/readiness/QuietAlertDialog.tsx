import { addCard } from '../../../shared/content/cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { quietAlertFact } from '../../../shared/readiness/quietAlert.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { newId } from '../../room/room.ts'
import { LineDialog } from '../../ui/LineDialog.tsx'
import { showToast } from '../../ui/toasts.ts'

const MOST_LETTERS = 300

/** No tool exports what it did not send: an alert that stayed quiet is written down by somebody who knows of it. */
export function QuietAlertDialog({ onClose }: { onClose: () => void }) {
  const room = useRoom()
  const write = (typed: string): string | null => {
    if (typed.trim() === '') return 'Say which alert, in a few words.'
    const { contentDoc, origin, me, now } = room
    const fact = { id: newId<CardId>(), kind: 'fact', text: quietAlertFact(typed) } as const
    const card = { ...fact, by: me?.personId ?? null, createdAt: now() }
    const takeBack = reversibly(room, () => addCard(contentDoc, card, origin))
    showToast('Put among the facts', { onUndo: takeBack })
    return null
  }
  return (
    <LineDialog
      title="An alert that stayed quiet"
      about="Which alert could have fired and did not? It goes among the facts, and into the report with them."
      label="The alert"
      verb="Put it among the facts"
      input={{ maxLength: MOST_LETTERS, placeholder: 'Connection pool over 90 %' }}
      onConfirm={write}
      onClose={onClose}
    />
  )
}
