import { type Card, describeCard } from '../../../shared/content/cards.ts'
import { readTypedTime, typedTime } from '../../../shared/time/typedTime.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useIncident } from '../../room/useIncident.ts'
import { LineDialog } from '../../ui/LineDialog.tsx'

/** When anyone could first know what a card says. Empty: it does not matter to the horizon. */
export function FirstSeenDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const room = useRoom()
  const incident = useIncident()
  const zone = incident?.zone ?? 'UTC'
  const near =
    card.firstSeenAt ?? incident?.times.started?.at ?? room.timeline.read()[0]?.occurred.at ?? room.now()
  const save = (typed: string) => {
    const at = typed.trim() === '' ? null : readTypedTime(typed, { zone, near })
    if (at && !at.ok) return at.problem
    describeCard(room.contentDoc, card.id, { firstSeenAt: at ? at.value : null }, room.origin)
    return null
  }
  return (
    <LineDialog
      title="When could this first be seen?"
      about="With the horizon before that time, the card is dimmed."
      label="First seen at"
      hint={`Like 14:52, or 2026-03-10 14:52. Times in ${zone}.`}
      verb="Save time"
      typed={card.firstSeenAt === null ? '' : typedTime(card.firstSeenAt, zone)}
      onConfirm={save}
      onClose={onClose}
    />
  )
}
