import type { EvidenceAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { EvidenceSource } from './evidenceMessages.ts'
import styles from './ImportPreview.module.css'

type SourceQuestionsProps = {
  source: EvidenceSource
  answers: EvidenceAnswers
  incidentZone: string
  onAnswer: (change: Partial<EvidenceAnswers>) => void
}

/** What has to be known before the times of a source are times. */
export function SourceQuestions({ source, answers, incidentZone, onAnswer }: SourceQuestionsProps) {
  const { needs, written } = source
  const asks = (...some: (typeof needs)[number][]) => some.some((need) => needs.includes(need))
  return (
    <>
      {asks('zone', 'repeatedHour', 'missingHour') && (
        <Field label="In which time zone?" hint={written && `It says “${written}”.`}>
          {(control) => (
            <Select
              {...control}
              value={answers.zone ?? ''}
              onChange={(zone) => onAnswer({ zone: zone || null })}
              options={[{ value: '', label: 'Choose' }, ...zonesToChoose(incidentZone)]}
            />
          )}
        </Field>
      )}
      {asks('date') && (
        <Field label="On which day?" hint={written && `It says “${written}”.`}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={answers.date ?? ''}
              onChange={({ currentTarget }) => onAnswer({ date: currentTarget.value || null })}
            />
          )}
        </Field>
      )}
      {asks('dateOrder') && (
        <Field label="What comes first in its dates?" hint={written && `It says “${written}”.`}>
          {(control) => (
            <Select
              {...control}
              value={answers.dateOrder ?? ''}
              onChange={(order) => onAnswer({ dateOrder: order || null })}
              options={[
                { value: '', label: 'Choose' },
                { value: 'dayFirst', label: 'The day' },
                { value: 'monthFirst', label: 'The month' },
              ]}
            />
          )}
        </Field>
      )}
      {asks('repeatedHour') && (
        <Field label="The clocks went back; which of the two hours?">
          {(control) => (
            <Select
              {...control}
              value={answers.repeatedHour ?? ''}
              onChange={(hour) => onAnswer({ repeatedHour: hour || null })}
              options={[
                { value: '', label: 'Choose' },
                { value: 'earlier', label: 'The first' },
                { value: 'later', label: 'The second' },
              ]}
            />
          )}
        </Field>
      )}
      {asks('anchor') && (
        <Field label="When did its count begin, in UTC?" hint={written && `It says “${written}”.`}>
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              step={1}
              onChange={({ currentTarget }) => {
                const anchor = Date.parse(`${currentTarget.value}Z`)
                onAnswer({ anchor: Number.isNaN(anchor) ? null : anchor })
              }}
            />
          )}
        </Field>
      )}
      {asks('halfDay', 'missingHour', 'time') && (
        <p className={styles.note}>
          Some of its times are none that can be read. What they stand at can still be added as a card.
        </p>
      )}
    </>
  )
}

const zonesToChoose = (incidentZone: string) =>
  [...new Set(['UTC', incidentZone, viewerZone(), ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
    value: zone,
    label: zone,
  }))
