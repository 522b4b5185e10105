import { setUpEndpoint } from '../../../shared/wire/signIn.ts'
import { callApi } from '../../room/callApi.ts'
import { useForm } from '../../room/useForm.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { FirstScreen } from '../../ui/FirstScreen.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { EmailField } from './EmailField.tsx'
import { NameField } from './NameField.tsx'
import { PasswordField } from './PasswordField.tsx'

/** The first person of a new Candor, by the link that the terminal printed. */
export function SetUp({ setupKey, onDone }: { setupKey: string; onDone: () => Promise<void> }) {
  const { onSubmit, errors, problem, isSending } = useForm({
    schema: setUpEndpoint.body,
    read: (fields) => ({ ...fields, setupKey }),
    ask: (body) => callApi(setUpEndpoint, { params: {}, body }),
    onDone,
  })
  return (
    <FirstScreen
      isLong
      title="Who looks after this Candor?"
      purpose="You are the first here, and will be its owner: you invite your team, and decide who may invite others."
    >
      <form onSubmit={onSubmit} noValidate>
        <NameField error={errors.name} />
        <EmailField error={errors.email} />
        <PasswordField
          is="new"
          hint="At least 12 characters. A few words in a row are good."
          error={errors.password}
        />
        <Field
          label="Your team"
          hint="Postmortems and people belong to a workspace with this name."
          error={errors.workspaceName ?? null}
        >
          {(control) => (
            <TextInput
              {...control}
              size="lg"
              name="workspaceName"
              autoComplete="organization"
              placeholder="Payments"
            />
          )}
        </Field>
        {problem && (
          <Notice tone="late" role="alert">
            {problem.sentence}
          </Notice>
        )}
        <Button type="submit" kind="primary" size="lg" busy={isSending}>
          Set up Candor
        </Button>
      </form>
    </FirstScreen>
  )
}
