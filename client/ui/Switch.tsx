import { type ReactNode, useId } from 'react'
import styles from './Checkbox.module.css'

type SwitchProps = {
  on: boolean
  onChange: (on: boolean) => void
  children: ReactNode
  disabled?: boolean
}

/** Takes effect at once, unlike a Checkbox in a form. */
export function Switch({ on, onChange, children, disabled = false }: SwitchProps) {
  const id = useId()
  return (
    <span className={styles.row}>
      <input
        id={id}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
        role="switch"
        className={styles.switch}
        checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{children}</label>
    </span>
  )
}
