import type { ReactNode } from 'react'
import { CopyButton } from './CopyButton.tsx'
import { Field } from './Field.tsx'
import styles from './LinkField.module.css'
import { TextInput } from './TextInput.tsx'

type LinkFieldProps = { label: string; hint?: ReactNode; link: string }

/** A link to give to somebody: to read, to select, to copy. */
export const LinkField = ({
  label,
  hint = 'It is shown here only, and not again.',
  link,
}: LinkFieldProps) => (
  <Field label={label} hint={hint}>
    {(control) => (
      <span className={styles.row}>
        <TextInput {...control} readOnly value={link} onFocus={(event) => event.target.select()} />
        <CopyButton text={link} label="Copy" kind="soft" />
      </span>
    )}
  </Field>
)
