import { type FormEvent, useState } from 'react'
import { type EventChange, type TimelineEvent, timelineStages } from '../../../shared/content/timeline.ts'
import { stageInWords } from '../../room/stageInWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { type BulkForm, emptyBulkForm, readBulkForm } from './bulkForm.ts'
import styles from './EventDialog.module.css'

type BulkDialogProps = {
  /** `3 events`. */
  which: string
  onChange: (changeOf: (event: TimelineEvent) => EventChange) => void
  onClose: () => void
}

const stageOptions = [
  { value: '', label: 'As it is' },
  { value: 'none', label: 'Not named' },
  ...timelineStages.map((stage) => ({ value: stage, label: stageInWords[stage] })),
] as const

export function BulkDialog({ which, onChange, onClose }: BulkDialogProps) {
  const [form, setForm] = useState<BulkForm>(emptyBulkForm)
  const [problems, setProblems] = useState<Partial<Record<keyof BulkForm, string>>>({})
  const change = (part: Partial<BulkForm>) => {
    setForm({ ...form, ...part })
    setProblems({})
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const read = readBulkForm(form)
    if (!read.ok) return setProblems(read.problem)
    onChange(read.value)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={`Change ${which}`}>
      <form noValidate className={styles.form} onSubmit={save}>
        <Field label="Part of the response">
          {(control) => (
            <Select
              {...control}
              value={form.stage}
              onChange={(stage) => change({ stage })}
              options={stageOptions}
            />
          )}
        </Field>
        <Field
          label="Move their times by minutes"
          error={problems.minutes ?? null}
          hint="Where a clock was wrong: 60 makes them an hour later, -15 a quarter of an hour earlier."
        >
          {(control) => (
            <TextInput
              {...control}
              value={form.minutes}
              onChange={(event) => change({ minutes: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Source" error={problems.source ?? null} hint="Left empty, each keeps its own.">
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
        <div className={styles.foot}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
            Change {which}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
