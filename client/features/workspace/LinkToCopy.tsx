import { CopyButton } from '../../ui/CopyButton.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './Workspace.module.css'

/** A link the server tells once. */
export const LinkToCopy = ({ label, link }: { label: string; link: string }) => (
  <Field label={label} hint="It is shown here only, and not again.">
    {(control) => (
      <span className={styles.link}>
        <TextInput {...control} readOnly value={link} onFocus={(event) => event.target.select()} />
        <CopyButton text={link} label="Copy" kind="soft" />
      </span>
    )}
  </Field>
)
