import { type ReactNode, useId } from 'react'
import styles from './Checkbox.module.css'

type CheckboxProps = {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
  disabled?: boolean
  /** The id of what says more about it. */
  describedBy?: string
}

export function Checkbox({ checked, onChange, children, disabled = false, describedBy }: CheckboxProps) {
  const id = useId()
  return (
    <span className={styles.row}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        checked={checked}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{children}</label>
    </span>
  )
}
