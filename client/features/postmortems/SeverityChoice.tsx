import { useId } from 'react'
import { type Severity, severities } from '../../../shared/guide/severities.ts'
import styles from './SeverityChoice.module.css'

const meanings: Record<Severity, string> = {
  'SEV-0': 'Everyone is stopped, or data is at risk',
  'SEV-1': 'A critical path is down',
  'SEV-2': 'Some people are slowed or blocked',
  'SEV-3': 'Small, short, or internal',
}

type SeverityChoiceProps = { value: Severity | null; onChange: (severity: Severity | null) => void }

export function SeverityChoice({ value, onChange }: SeverityChoiceProps) {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend>Severity</legend>
      {severities.map((severity) => (
        <label key={severity} className={styles.option}>
          <input
            type="radio"
            name={name}
            checked={value === severity}
            onChange={() => onChange(severity)}
            className="vh"
          />
          <b>{severity}</b>
          <span>{meanings[severity]}</span>
        </label>
      ))}
      <label className={`${styles.option} ${styles.later}`}>
        <input
          type="radio"
          name={name}
          checked={value === null}
          onChange={() => onChange(null)}
          className="vh"
        />
        <span>Not decided yet</span>
      </label>
    </fieldset>
  )
}
