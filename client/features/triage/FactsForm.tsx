import type { ReactNode } from 'react'
import { type Facts, MOST_TITLE } from '../../../shared/triage/facts.ts'
import type { StartDraft } from '../../device/keptStart.ts'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { FormSection } from './FormSection.tsx'
import { LearningFields } from './LearningFields.tsx'
import { ReachFields } from './ReachFields.tsx'
import { SensitivityTicks } from './SensitivityTicks.tsx'
import { ServicesField } from './ServicesField.tsx'
import { SeverityChoice } from './SeverityChoice.tsx'
import type { StartField, StartProblems } from './startForm.ts'
import { TimeFields } from './TimeFields.tsx'
import styles from './Triage.module.css'

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
        <ReachFields
          draft={draft}
          teamsProblem={problems.teams ?? null}
          onChange={onChange}
          onLeaveTeams={() => onLeave('teams')}
        />
      </FormSection>
      <FormSection title="What we could learn">
        <LearningFields draft={draft} onChange={onChange} />
      </FormSection>
      <FormSection title="Who may read it">
        <SensitivityTicks draft={draft} onChange={onChange} />
        <div className={styles.startingIn}>{startingIn}</div>
      </FormSection>
    </>
  )
}
