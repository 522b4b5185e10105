import { useId } from 'react'
import { formatWords, type ReviewFormat, reviewFormats } from '../../../shared/triage/reviewFormats.ts'
import styles from './FormatChoice.module.css'
import shared from './Triage.module.css'

type FormatChoiceProps = {
  value: ReviewFormat
  suggested: ReviewFormat | null
  onChange: (format: ReviewFormat) => void
}

const fromMostToLeast = reviewFormats.toReversed()

export function FormatChoice({ value, suggested, onChange }: FormatChoiceProps) {
  const name = useId()
  return (
    <fieldset className={shared.formats}>
      <legend>
        Format <small>you decide; we keep the reason</small>
      </legend>
      {fromMostToLeast.map((format) => (
        <label key={format} className={styles.format}>
          <input
            type="radio"
            name={name}
            checked={format === value}
            onChange={() => onChange(format)}
            aria-describedby={`${name}-${format}`}
          />
          <span>
            <b>{formatWords[format].name}</b>
            {format === suggested && <em>suggested</em>}
            <small id={`${name}-${format}`}>{formatWords[format].about}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
