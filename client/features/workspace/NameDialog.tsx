import { type ReactNode, useId } from 'react'
import type { Form } from '../../room/useForm.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './Workspace.module.css'

type NameDialogProps = {
  title: string
  description?: string
  label: string
  startsAs: string
  verb: string
  form: Form
  onClose: () => void
  /** What else is asked. */
  children?: ReactNode
}

/** Asks for a name, and perhaps for more. */
export function NameDialog(props: NameDialogProps) {
  const { title, description, label, startsAs, verb, form, onClose, children } = props
  const formId = useId()
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Leave it
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={form.isSending}>
            {verb}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={form.onSubmit} noValidate>
        <Field label={label} error={form.errors.name ?? null}>
          {(control) => (
            <TextInput {...control} name="name" autoComplete="off" maxLength={60} defaultValue={startsAs} />
          )}
        </Field>
        {children}
        {form.problem && (
          <Notice tone="late" role="alert">
            {form.problem.sentence}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
