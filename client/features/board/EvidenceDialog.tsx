import { useState } from 'react'
import { type Card, describeCard } from '../../../shared/content/cards.ts'
import { readWebLink } from '../../../shared/content/webLink.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './CardDialog.module.css'

/** Where a card can be checked. An empty field takes the link away. */
export function EvidenceDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { contentDoc, origin } = useRoom()
  const [typed, setTyped] = useState(card.evidenceUrl ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const save = () => {
    const url = typed.trim() === '' ? null : readWebLink(typed)
    if (url && !url.ok) return setProblem(url.problem)
    describeCard(contentDoc, card.id, { evidenceUrl: url ? url.value : null }, origin)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="How do we know?"
      description="A page where anyone can check this."
      size="sm"
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Field label="Link" error={problem}>
          {(control) => (
            <TextInput
              {...control}
              type="url"
              inputMode="url"
              placeholder="https://"
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
                setProblem(null)
              }}
            />
          )}
        </Field>
        <div className={styles.foot}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
            Save link
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
