import { signInEndpoint } from '../../../shared/wire/signIn.ts'
import { callApi } from '../../room/callApi.ts'
import { useForm } from '../../room/useForm.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { EmailField } from './EmailField.tsx'
import { PasswordField } from './PasswordField.tsx'
import styles from './SignIn.module.css'

type PasswordFormProps = {
  startsAs: string
  /** It can only be this address. */
  isFixed: boolean
  onSignedIn: () => Promise<void>
  /** Null where no mail can be sent. */
  onWantsLink: ((email: string) => void) | null
}

export function PasswordForm({ startsAs, isFixed, onSignedIn, onWantsLink }: PasswordFormProps) {
  const { onSubmit, errors, problem, isSending } = useForm({
    schema: signInEndpoint.body,
    ask: (body) => callApi(signInEndpoint, { params: {}, body }),
    onDone: onSignedIn,
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      <EmailField error={errors.email} defaultValue={startsAs} readOnly={isFixed} autoFocus={!isFixed} />
      <PasswordField is="known" error={errors.password} autoFocus={isFixed} />
      {problem && (
        <Notice tone="late" role="alert">
          {problem.sentence}
        </Notice>
      )}
      <div className={styles.ways}>
        <Button type="submit" kind="primary" size="lg" busy={isSending}>
          Sign in
        </Button>
        {onWantsLink && (
          <Button
            kind="quiet"
            size="lg"
            onClick={({ currentTarget: { form } }) =>
              onWantsLink(form ? String(new FormData(form).get('email')) : startsAs)
            }
          >
            Send me a link
          </Button>
        )}
      </div>
    </form>
  )
}
