import { typedTime } from '../../../shared/time/typedTime.ts'
import { zoneInWords } from '../../../shared/time/zoneInWords.ts'
import type { Facts } from '../../../shared/triage/facts.ts'
import type { StartDraft } from '../../device/keptStart.ts'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { lengthsInWords } from './lengthsInWords.ts'
import type { StartProblems } from './startForm.ts'
import styles from './Triage.module.css'

type TimeField = 'began' | 'noticed' | 'resolved'
const fields = [
  ['began', 'Began', 'beganAt'],
  ['noticed', 'Noticed', 'noticedAt'],
  ['resolved', 'Resolved', 'resolvedAt'],
] as const satisfies readonly (readonly [TimeField, string, keyof Facts])[]

type TimeFieldsProps = {
  draft: StartDraft
  facts: Facts
  problems: StartProblems
  zone: string
  onChange: (change: Partial<StartDraft>) => void
  onLeave: (field: TimeField) => void
}

/** Three moments. A time that was understood is written out with its day, so that it stays true tomorrow. */
export function TimeFields({ draft, facts, problems, zone, onChange, onLeave }: TimeFieldsProps) {
  const { beganAt, noticedAt, resolvedAt } = facts
  const words = lengthsInWords({ beganAt, noticedAt, resolvedAt })
  const told = fields.flatMap(([, , at]) => facts[at] ?? [])
  return (
    <>
      <div className={styles.three}>
        {fields.map(([field, label, at]) => (
          <Field key={field} label={label} error={problems[field] ?? null}>
            {(control) => (
              <TextInput
                {...control}
                name={field}
                autoComplete="off"
                placeholder={field === 'began' ? '14:18, or 10 March 14:18' : ''}
                value={draft[field]}
                onChange={({ currentTarget: { value } }) => onChange({ [field]: value })}
                onBlur={() => {
                  const read = facts[at]
                  if (read !== null) onChange({ [field]: typedTime(read, zone) })
                  onLeave(field)
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <p className={styles.derived}>
        {words && <b>{words}. </b>}Times in {zoneInWords(zone, told)}.
      </p>
    </>
  )
}
