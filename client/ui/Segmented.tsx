import { type ReactNode, useId } from 'react'
import styles from './Segmented.module.css'

type SegmentedProps<Value extends string> = {
  /** What is being chosen; read aloud. */
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string; icon?: ReactNode }[]
  disabled?: boolean
}

/** One of a few, side by side. A radio group: one tab stop, arrows move the choice. */
export function Segmented<Value extends string>({
  label,
  value,
  onChange,
  options,
  disabled = false,
}: SegmentedProps<Value>) {
  const name = useId()
  return (
    <div className={styles.segmented} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          {option.icon}
          {option.label}
        </label>
      ))}
    </div>
  )
}
