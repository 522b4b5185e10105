import type { ComponentProps } from 'react'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'

type EmailFieldProps = Omit<ComponentProps<typeof TextInput>, 'type' | 'name' | 'size'> & {
  error: string | undefined
  hint?: string | undefined
}

/** The name of an account, as a password manager sees it. */
export const EmailField = ({ error, hint, ...rest }: EmailFieldProps) => (
  <Field label="E-mail" error={error ?? null} hint={hint}>
    {(control) => (
      <TextInput
        {...control}
        {...rest}
        size="lg"
        type="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
    )}
  </Field>
)
