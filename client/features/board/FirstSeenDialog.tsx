import { useState } from 'react'
import { type Card, describeCard } from '../../../shared/content/cards.ts'
import { readTypedTime, typedTime } from '../../../shared/time/typedTime.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useIncident } from '../../room/useIncident.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './CardDialog.module.css'

/** When anyone could first know what a card says. Empty: it does not matter to the horizon. */
export function FirstSeenDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const room = useRoom()
  const incident = useIncident()
  const zone = incident?.zone ?? 'UTC'
  const near =
    card.firstSeenAt ?? incident?.times.started?.at ?? room.timeline.read()[0]?.occurred.at ?? room.now()
  const [typed, setTyped] = useState(card.firstSeenAt === null ? '' : typedTime(card.firstSeenAt, zone))
  const [problem, setProblem] = useState<string | null>(null)
  const save = () => {
    const at = typed.trim() === '' ? null : readTypedTime(typed, { zone, near })
    if (at && !at.ok) return setProblem(at.problem)
    describeCard(room.contentDoc, card.id, { firstSeenAt: at ? at.value : null }, room.origin)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="When could this first be seen?"
      description="With the horizon before that time, the card is dimmed."
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
        <Field
          label="First seen at"
          error={problem}
          hint={`Like 14:52, or 2026-03-10 14:52. Times in ${zone}.`}
        >
          {(control) => (
            <TextInput
              {...control}
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
            Save time
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
