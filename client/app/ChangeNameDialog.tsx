import { useId } from 'react'
import { changeNameEndpoint } from '../../shared/wire/people.ts'
import { useForm } from '../room/useForm.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { announce } from '../ui/liveRegions.ts'
import { TextInput } from '../ui/TextInput.tsx'
import { useChangeName, useMe } from './me.ts'

export function ChangeNameDialog({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const changeName = useChangeName()
  const formId = useId()
  const { onSubmit, errors, problem, isSending } = useForm({
    schema: changeNameEndpoint.body,
    ask: ({ name }) => changeName(name),
    onDone: () => {
      announce('Your name is changed')
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title="Your name"
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Keep it
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={isSending}>
            Change name
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate>
        <Field
          label="Name"
          hint="Everybody in your meetings sees the new one."
          error={errors.name ?? problem?.sentence ?? null}
        >
          {(control) => (
            <TextInput
              {...control}
              name="name"
              autoComplete="name"
              autoCapitalize="words"
              spellCheck={false}
              enterKeyHint="go"
              defaultValue={me.name}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
