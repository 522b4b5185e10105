import { type FormEvent, useState } from 'react'
import { decisionParts, describeTimelineEvent, type TimelineEvent } from '../../../shared/content/timeline.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DecisionFields } from './DecisionFields.tsx'
import styles from './EventDialog.module.css'
import { contextOf, tooLong } from './eventForm.ts'

type DecisionDialogProps = { timelineEvent: TimelineEvent; onClose: () => void }

/** What a decision was made under, and nothing else of it. */
export function DecisionDialog({ timelineEvent, onClose }: DecisionDialogProps) {
  const { contentDoc, origin, undo } = useRoom()
  /** As it was when the fields were filled; others go on writing. */
  const [before] = useState(timelineEvent)
  const [form, setForm] = useState(() => contextOf(timelineEvent))
  const problems = tooLong(form)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(problems).length > 0) return
    const changed = decisionParts.filter((part) => form[part] !== before[part])
    const change = Object.fromEntries(changed.map((part) => [part, form[part]]))
    undo.stopCapturing()
    describeTimelineEvent(contentDoc, before.id, change, origin)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title="What information was available at this moment?">
      <form noValidate className={styles.form} onSubmit={save}>
        <DecisionFields {...{ form, problems }} onChange={(part) => setForm({ ...form, ...part })} />
        <div className={styles.foot}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
