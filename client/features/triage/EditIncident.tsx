import { type FormEvent, useState } from 'react'
import { type Incident, incidentMoments } from '../../../shared/content/incident.ts'
import { zoneInWords } from '../../../shared/time/zoneInWords.ts'
import { MOST_TITLE } from '../../../shared/triage/facts.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './Incident.module.css'
import {
  formOf,
  type IncidentForm,
  type IncidentProblems,
  momentWords,
  readIncidentForm,
} from './incidentForm.ts'
import { ServicesField } from './ServicesField.tsx'
import { SeverityChoice } from './SeverityChoice.tsx'
import { writeIncident } from './writeIncident.ts'

type EditIncidentProps = { incident: Incident; onClose: () => void }

/** What the document tells of the incident. It is an edit like any other: everybody sees it, and undo takes it back. */
export function EditIncident({ incident, onClose }: EditIncidentProps) {
  /** As it was when the fields were filled; others go on writing. */
  const [before] = useState(incident)
  const room = useRoom()
  const [form, setForm] = useState(() => formOf(incident))
  const [problems, setProblems] = useState<IncidentProblems>({})
  const change = (part: Partial<IncidentForm>) => {
    setForm((was) => ({ ...was, ...part }))
    setProblems({})
  }
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const read = readIncidentForm(form, { before, now: room.now() })
    if (!read.ok) {
      const [first] = Object.keys(read.problem)
      event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus() // so that it is read out
      return setProblems(read.problem)
    }
    writeIncident(room, before, read.value)
    announce('What is known of the incident is changed.')
    onClose()
  }
  return (
    <Dialog open onClose={onClose} size="lg" title="What is known of the incident">
      <form noValidate className={styles.form} onSubmit={save}>
        <Field label="Title" error={problems.title ?? null}>
          {(control) => (
            <TextInput
              {...control}
              name="title"
              autoComplete="off"
              maxLength={MOST_TITLE}
              value={form.title}
              onChange={({ currentTarget: { value } }) => change({ title: value })}
            />
          )}
        </Field>
        <SeverityChoice value={form.severity} onChange={(severity) => change({ severity })} />
        <ServicesField services={form.services} onChange={(services) => change({ services })} />
        <div className={styles.times}>
          {incidentMoments.map((name) => (
            <Field key={name} label={momentWords[name]} error={problems[name] ?? null}>
              {(control) => (
                <TextInput
                  {...control}
                  name={name}
                  autoComplete="off"
                  value={form[name]}
                  onChange={({ currentTarget: { value } }) => change({ [name]: value })}
                />
              )}
            </Field>
          ))}
        </div>
        <p className={styles.about}>
          Like 14:31, or 2026-03-10 14:31. Times in {zoneInWords(before.zone, [])}. Empty where nobody knows.
        </p>
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
