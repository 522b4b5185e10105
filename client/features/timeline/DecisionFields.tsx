import { type DecisionContext, decisionParts } from '../../../shared/content/timeline.ts'
import { decisionPartInWords } from '../../../shared/timeline/decisionInWords.ts'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { FormProblems } from './eventForm.ts'

const hints = {
  known: 'What was on somebody’s screen at this moment.',
  believed: 'What people took to be so, and from what.',
  notKnown: 'What nobody could see yet.',
  options: 'What else could have been done, as it looked then.',
} as const

type DecisionFieldsProps = {
  form: DecisionContext
  problems: FormProblems
  onChange: (part: Partial<DecisionContext>) => void
}

/** What information was available at this moment? */
export const DecisionFields = ({ form, problems, onChange }: DecisionFieldsProps) =>
  decisionParts.map((part) => (
    <Field key={part} label={decisionPartInWords[part]} error={problems[part] ?? null} hint={hints[part]}>
      {(control) => (
        <TextArea
          {...control}
          value={form[part]}
          onChange={(event) => onChange({ [part]: event.currentTarget.value })}
        />
      )}
    </Field>
  ))
