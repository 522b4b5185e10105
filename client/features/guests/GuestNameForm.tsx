import { enterAsGuestEndpoint } from '../../../shared/wire/access.ts'
import { callApi } from '../../room/callApi.ts'
import { useForm } from '../../room/useForm.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { Entered } from './GuestDoor.tsx'

type GuestNameFormProps = {
  linkKey: string
  hasLobby: boolean
  onEntered: (entered: Entered) => Promise<void>
}

/** A guest needs a name and nothing else. */
export function GuestNameForm({ linkKey, hasLobby, onEntered }: GuestNameFormProps) {
  const { onSubmit, errors, problem, isSending } = useForm({
    schema: enterAsGuestEndpoint.body,
    ask: (body) => callApi(enterAsGuestEndpoint, { params: { key: linkKey }, body }),
    onDone: onEntered,
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      <Field label="Your name" hint="Everyone in the meeting sees it." error={errors.name ?? null}>
        {(control) => (
          <TextInput
            {...control}
            size="lg"
            name="name"
            autoComplete="name"
            autoCapitalize="words"
            spellCheck={false}
            enterKeyHint="go"
            autoFocus
          />
        )}
      </Field>
      {problem && (
        <Notice tone="late" role="alert">
          {problem.sentence}
        </Notice>
      )}
      <Button type="submit" kind="primary" size="lg" busy={isSending}>
        {hasLobby ? 'Ask to come in' : 'Come in'}
      </Button>
    </form>
  )
}
