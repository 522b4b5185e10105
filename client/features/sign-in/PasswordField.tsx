import { Field } from '../../ui/Field.tsx'
import { PasswordInput } from '../../ui/PasswordInput.tsx'

type PasswordFieldProps = {
  error: string | undefined
  label?: string
  hint?: string
  autoFocus?: boolean
} & ({ is: 'known' } | { is: 'new' })

export const PasswordField = ({ is, label = 'Password', hint, error, autoFocus }: PasswordFieldProps) => (
  <Field label={label} hint={error ? undefined : hint} error={error ?? null}>
    {(control) => (
      <PasswordInput
        {...control}
        size="lg"
        name="password"
        autoComplete={is === 'new' ? 'new-password' : 'current-password'}
        autoFocus={autoFocus}
      />
    )}
  </Field>
)
