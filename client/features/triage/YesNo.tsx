import { Segmented } from '../../ui/Segmented.tsx'

type YesNoProps = {
  question: string
  /** Null until somebody answers. */
  value: 'yes' | 'no' | null
  onChange: (answer: 'yes' | 'no') => void
}

export const YesNo = ({ question, value, onChange }: YesNoProps) => (
  <li>
    <span>{question}</span>
    <Segmented
      label={question}
      value={value ?? 'open'}
      onChange={(answer) => answer !== 'open' && onChange(answer)}
      options={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
    />
  </li>
)
