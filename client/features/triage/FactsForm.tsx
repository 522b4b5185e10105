import type { ReactNode } from 'react'
import type { Facts } from '../../../shared/triage/facts.ts'
import type { StartDraft } from '../../device/keptStart.ts'
import { Field } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { FormSection } from './FormSection.tsx'
import { learningSignals, loweringWords, reachSignals, sensitivityWords } from './factWords.ts'
import { ServicesField } from './ServicesField.tsx'
import { SeverityChoice } from './SeverityChoice.tsx'
import type { StartField, StartProblems } from './startForm.ts'
import { TickList } from './TickList.tsx'
import { TimeFields } from './TimeFields.tsx'
import styles from './Triage.module.css'
import { YesNo } from './YesNo.tsx'

const MOST_TITLE = 200

type FactsFormProps = {
  draft: StartDraft
  facts: Facts
  /** Only of fields somebody has left, or of all once they tried to start. */
  problems: StartProblems
  zone: string
  onChange: (change: Partial<StartDraft>) => void
  onLeave: (field: StartField) => void
  /** In which workspace it starts, and who may read it. */
  startingIn: ReactNode
}

/** What is known of the incident. Nothing but the title is needed. */
export function FactsForm({ draft, facts, problems, zone, onChange, onLeave, startingIn }: FactsFormProps) {
  const { signals, lowerings, sensitivities } = draft
  return (
    <>
      <FormSection title="In short">
        <Field label="Title" error={problems.title ?? null}>
          {(control) => (
            <TextInput
              {...control}
              name="title"
              autoComplete="off"
              maxLength={MOST_TITLE}
              placeholder="Checkout slowed after a connection-pool change"
              value={draft.title}
              onChange={({ currentTarget: { value } }) => onChange({ title: value })}
            />
          )}
        </Field>
        <ServicesField services={draft.services} onChange={(services) => onChange({ services })} />
      </FormSection>
      <FormSection title="When">
        <TimeFields {...{ draft, facts, problems, zone, onChange, onLeave }} />
      </FormSection>
      <FormSection title="Severity">
        <SeverityChoice value={draft.severity} onChange={(severity) => onChange({ severity })} />
      </FormSection>
      <FormSection title="Reach">
        <TickList
          label="What it touched"
          options={reachSignals}
          ticked={signals}
          onTick={(signal, isOn) => onChange({ signals: toggled(signals, signal, isOn) })}
        />
        <div className={styles.short}>
          <Field label="Teams responding" error={problems.teams ?? null}>
            {(control) => (
              <TextInput
                {...control}
                name="teams"
                inputMode="numeric"
                autoComplete="off"
                value={draft.teams}
                onChange={({ currentTarget: { value } }) => onChange({ teams: value })}
                onBlur={() => onLeave('teams')}
              />
            )}
          </Field>
        </div>
      </FormSection>
      <FormSection title="What we could learn">
        <ul className={styles.questions}>
          <li>
            <span>Do you know why it was possible?</span>
            <Segmented
              label="Do you know why it was possible?"
              value={draft.causeKnown ?? 'open'}
              onChange={(answer) => onChange({ causeKnown: answer === 'open' ? null : answer })}
              options={[
                { value: 'yes', label: 'Yes' },
                { value: 'partly', label: 'Partly' },
                { value: 'no', label: 'No' },
              ]}
            />
          </li>
          <YesNo
            question="Is it clear what follows from it?"
            value={draft.isFollowUpObvious}
            onChange={(isFollowUpObvious) => onChange({ isFollowUpObvious })}
          />
        </ul>
        <TickList
          label="What it was like"
          options={learningSignals}
          ticked={signals}
          onTick={(signal, isOn) => onChange({ signals: toggled(signals, signal, isOn) })}
        />
        <TickList
          label="Why a meeting may not be needed"
          options={loweringWords}
          ticked={lowerings}
          onTick={(lowering, isOn) => onChange({ lowerings: toggled(lowerings, lowering, isOn) })}
        />
      </FormSection>
      <FormSection title="Who may read it">
        <TickList
          label="Is there a side to it that is not for everyone?"
          options={sensitivityWords}
          ticked={sensitivities}
          onTick={(kind, isOn) => onChange({ sensitivities: toggled(sensitivities, kind, isOn) })}
        />
        <div className={styles.startingIn}>{startingIn}</div>
      </FormSection>
    </>
  )
}

const toggled = <Value extends string>(values: readonly Value[], value: Value, isIn: boolean): Value[] =>
  isIn ? [...values.filter((other) => other !== value), value] : values.filter((other) => other !== value)
