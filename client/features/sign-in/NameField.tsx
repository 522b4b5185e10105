import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'

export const NameField = ({ error }: { error: string | undefined }) => (
  <Field label="Your name" hint="As your colleagues know you. You can change it later." error={error ?? null}>
    {(control) => (
      <TextInput
        {...control}
        size="lg"
        name="name"
        autoComplete="name"
        autoCapitalize="words"
        spellCheck={false}
        autoFocus
      />
    )}
  </Field>
)
