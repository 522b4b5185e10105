import { ChevronDown } from 'lucide-react'
import type { FieldControl } from './Field.tsx'
import styles from './Select.module.css'

type SelectProps<Value extends string> = FieldControl & {
  name?: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string }[]
}

/** One of many, or of long names; the browser's own list. */
export function Select<Value extends string>({ value, onChange, options, ...control }: SelectProps<Value>) {
  return (
    <span className={styles.box}>
      <select
        {...control}
        className={styles.select}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={16} aria-hidden="true" />
    </span>
  )
}
