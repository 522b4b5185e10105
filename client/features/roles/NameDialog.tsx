import { useState } from 'react'
import { MOST_HOLDER_NAME } from '../../../shared/content/roleHolders.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './Roles.module.css'

type NameDialogProps = { title: string; onConfirm: (name: string) => void; onClose: () => void }

/** Someone whom this Candor does not know. */
export function NameDialog({ title, onConfirm, onClose }: NameDialogProps) {
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={title}
      description="Their name stands here; it invites nobody."
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return setMissing(true)
          onConfirm(name.trim())
          onClose()
        }}
      >
        <Field label="Name" error={isMissing ? 'Say a name.' : null}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={MOST_HOLDER_NAME}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
        </Field>
        <div className={styles.foot}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
            Assign
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
