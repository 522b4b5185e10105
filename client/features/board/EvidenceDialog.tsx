import { type Card, describeCard } from '../../../shared/content/cards.ts'
import { readWebLink } from '../../../shared/content/webLink.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { LineDialog } from '../../ui/LineDialog.tsx'

/** Where a card can be checked. An empty field takes the link away. */
export function EvidenceDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { contentDoc, origin } = useRoom()
  const save = (typed: string) => {
    const url = typed.trim() === '' ? null : readWebLink(typed)
    if (url && !url.ok) return url.problem
    describeCard(contentDoc, card.id, { evidenceUrl: url ? url.value : null }, origin)
    return null
  }
  return (
    <LineDialog
      title="How do we know?"
      about="A page where anyone can check this."
      label="Link"
      verb="Save link"
      typed={card.evidenceUrl ?? ''}
      input={{ type: 'url', inputMode: 'url', placeholder: 'https://' }}
      onConfirm={save}
      onClose={onClose}
    />
  )
}
