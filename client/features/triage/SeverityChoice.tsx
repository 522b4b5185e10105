import { useId } from 'react'
import { type Severity, severities } from '../../../shared/guide/severities.ts'
import { severityMeanings } from './factWords.ts'
import styles from './SeverityChoice.module.css'

type SeverityChoiceProps = { value: Severity | null; onChange: (severity: Severity | null) => void }

export function SeverityChoice({ value, onChange }: SeverityChoiceProps) {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend className="vh">Severity</legend>
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
          <span>{severityMeanings[severity]}</span>
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
