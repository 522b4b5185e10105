import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { CircumstancesFieldsProps } from './circumstancesForm.ts'
import { reachSignals } from './factWords.ts'
import { TickList } from './TickList.tsx'
import styles from './Triage.module.css'
import { toggled } from './toggled.ts'

/** Whom and what it touched, and how many teams answered it. */
export function ReachFields({ draft, teamsProblem, onChange, onLeaveTeams }: CircumstancesFieldsProps) {
  const { signals } = draft
  return (
    <>
      <TickList
        label="What it touched"
        options={reachSignals}
        ticked={signals}
        onTick={(signal, isOn) => onChange({ signals: toggled(signals, signal, isOn) })}
      />
      <div className={styles.short}>
        <Field label="Teams responding" error={teamsProblem}>
          {(control) => (
            <TextInput
              {...control}
              name="teams"
              inputMode="numeric"
              autoComplete="off"
              value={draft.teams}
              onChange={({ currentTarget: { value } }) => onChange({ teams: value })}
              onBlur={onLeaveTeams}
            />
          )}
        </Field>
      </div>
    </>
  )
}
