import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { TextInput } from './TextInput.tsx'

type LineDialogProps = {
  title: string
  /** What follows from it. */
  about: string
  label: string
  hint?: ReactNode
  /** What the button does. */
  verb: string
  /** What stands there already. */
  typed?: string
  input?: Pick<ComponentProps<typeof TextInput>, 'type' | 'inputMode' | 'placeholder' | 'maxLength'>
  /** Answers what is wrong with it; null closes the dialog. */
  onConfirm: (typed: string) => string | null
  onClose: () => void
}

/** Asks for one line. */
export function LineDialog({ title, about, label, hint, verb, input, ...props }: LineDialogProps) {
  const { onConfirm, onClose } = props
  const formId = useId()
  const [typed, setTyped] = useState(props.typed ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const confirm = () => {
    const found = onConfirm(typed)
    if (found === null) onClose()
    else setProblem(found)
  }
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={title}
      description={about}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <Field label={label} hint={hint} error={problem}>
          {(control) => (
            <TextInput
              {...control}
              {...input}
              value={typed}
              onChange={({ currentTarget }) => {
                setTyped(currentTarget.value)
                setProblem(null)
              }}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
