import { type FormEvent, useState } from 'react'
import { precisions, type TimelineEvent, timelineStages } from '../../../shared/content/timeline.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { stageInWords } from '../../room/stageInWords.ts'
import { useIncident } from '../../room/useIncident.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { DecisionFields } from './DecisionFields.tsx'
import styles from './EventDialog.module.css'
import { type EventForm, formOf, precisionInWords, readEventForm } from './eventForm.ts'
import { writeEvent } from './writeEvent.ts'

type EventDialogProps = {
  /** Null adds one. */
  timelineEvent: TimelineEvent | null
  /** Whose day a time without a day belongs to. */
  near: TimelineEvent | null
  onClose: () => void
}

export function EventDialog({ timelineEvent, near, onClose }: EventDialogProps) {
  /** As it was when the fields were filled; others go on writing. */
  const [before] = useState(timelineEvent)
  const room = useRoom()
  const incident = useIncident()
  const zone = incident?.zone ?? 'UTC'
  const nearAt = near?.occurred.at ?? incident?.times.started?.at ?? room.now()
  const [form, setForm] = useState(() => formOf(timelineEvent, zone))
  const [problems, setProblems] = useState<Partial<Record<keyof EventForm, string>>>({})
  const change = (part: Partial<EventForm>) => {
    setForm({ ...form, ...part })
    setProblems({})
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const read = readEventForm(form, { zone, nearAt, needsText: timelineEvent === null })
    if (!read.ok) return setProblems(read.problem)
    writeEvent(room, before, read.value)
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title={timelineEvent ? 'Time and details' : 'Add an event'}>
      <form noValidate className={styles.form} onSubmit={save}>
        {!timelineEvent && (
          <Field
            label="What happened"
            error={problems.text ?? null}
            hint="What was done, seen or said. Roles instead of names."
          >
            {(control) => (
              <TextArea
                {...control}
                value={form.text}
                onChange={(event) => change({ text: event.currentTarget.value })}
              />
            )}
          </Field>
        )}
        <div className={styles.pair}>
          <Field
            label="When"
            error={problems.time ?? null}
            hint={
              form.precision === 'order'
                ? 'Only sorts it among the others, and is shown to nobody as a time.'
                : `Like 14:31, or 2026-03-10 14:31. Times in ${zone}.`
            }
          >
            {(control) => (
              <TextInput
                {...control}
                value={form.time}
                onChange={(event) => change({ time: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label="How exact">
            {(control) => (
              <select
                {...control}
                className={styles.select}
                value={form.precision}
                onChange={({ currentTarget }) =>
                  change({ precision: precisions.find((known) => known === currentTarget.value) ?? 'minute' })
                }
              >
                {precisions.map((precision) => (
                  <option key={precision} value={precision}>
                    {precisionInWords[precision]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div className={styles.pair}>
          <Field
            label="First seen at"
            error={problems.firstSeen ?? null}
            hint="Only if nobody could know of it when it happened."
          >
            {(control) => (
              <TextInput
                {...control}
                value={form.firstSeen}
                onChange={(event) => change({ firstSeen: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label="Part of the response">
            {(control) => (
              <select
                {...control}
                className={styles.select}
                value={form.stage ?? ''}
                onChange={({ currentTarget }) =>
                  change({ stage: timelineStages.find((known) => known === currentTarget.value) ?? null })
                }
              >
                <option value="">Not named</option>
                {timelineStages.map((stage) => (
                  <option key={stage} value={stage}>
                    {stageInWords[stage]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Field label="Source" error={problems.source ?? null} hint="A page where this can be checked.">
          {(control) => (
            <TextInput
              {...control}
              inputMode="url"
              placeholder="https://"
              value={form.source}
              onChange={(event) => change({ source: event.currentTarget.value })}
            />
          )}
        </Field>
        <Checkbox checked={form.isDecision} onChange={(isDecision) => change({ isDecision })}>
          Someone decided something here, under what was known then
        </Checkbox>
        {form.isDecision && <DecisionFields {...{ form, problems, onChange: change }} />}
        <div className={styles.foot}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
            {timelineEvent ? 'Save' : 'Add event'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
