import { useQueryClient } from '@tanstack/react-query'
import { changePasswordEndpoint } from '../../../shared/wire/account.ts'
import { callApi } from '../../room/callApi.ts'
import { useForm } from '../../room/useForm.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PasswordInput } from '../../ui/PasswordInput.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './Account.module.css'
import { accountQuery } from './accountQuery.ts'

/** Changes it, or sets the first one of someone who came by a link or single sign-on. */
export function ChangePassword({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const queryClient = useQueryClient()
  const { onSubmit, errors, problem, isSending } = useForm({
    schema: changePasswordEndpoint.body,
    read: ({ current, next }) => ({ current: hasPassword ? current : null, next }),
    ask: (body) => callApi(changePasswordEndpoint, { params: {}, body }),
    onDone: async (_, form) => {
      form.reset()
      showToast(hasPassword ? 'Your password is changed.' : 'Your password is set.')
      await queryClient.invalidateQueries(accountQuery)
    },
  })
  return (
    <section className={styles.section} aria-labelledby="password">
      <h2 id="password">Password</h2>
      <p className={styles.about}>
        {hasPassword
          ? 'Changing it ends your sessions on every other browser.'
          : 'You come in without one. Set one to sign in with your e-mail address as well.'}
      </p>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        {/* So that a password manager knows whose it is. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        {hasPassword && (
          <Field label="Password now" error={errors.current ?? null}>
            {(control) => <PasswordInput {...control} name="current" autoComplete="current-password" />}
          </Field>
        )}
        <Field
          label="New password"
          hint="At least 12 characters. A few words in a row are good."
          error={errors.next ?? null}
        >
          {(control) => <PasswordInput {...control} name="next" autoComplete="new-password" />}
        </Field>
        {problem && (
          <Notice tone="late" role="alert">
            {problem.sentence}
          </Notice>
        )}
        <Button type="submit" busy={isSending}>
          {hasPassword ? 'Change password' : 'Set password'}
        </Button>
      </form>
    </section>
  )
}
