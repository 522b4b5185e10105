import { sendSignInLinkEndpoint } from '../../../shared/wire/signIn.ts'
import { callApi } from '../../room/callApi.ts'
import { useForm } from '../../room/useForm.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { EmailField } from './EmailField.tsx'
import styles from './SignIn.module.css'

type MailLinkFormProps = {
  startsAs: string
  onSent: (email: string) => void
  onBack: () => void
}

export function MailLinkForm({ startsAs, onSent, onBack }: MailLinkFormProps) {
  const { onSubmit, errors, problem, isSending } = useForm({
    schema: sendSignInLinkEndpoint.body,
    ask: (body) => callApi(sendSignInLinkEndpoint, { params: {}, body }),
    onDone: (_, form) => onSent(String(new FormData(form).get('email')).trim()),
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      <EmailField
        hint="We send you a link. It works once, within 15 minutes."
        error={errors.email}
        defaultValue={startsAs}
        autoFocus
      />
      {problem && (
        <Notice tone="late" role="alert">
          {problem.sentence}
        </Notice>
      )}
      <div className={styles.ways}>
        <Button type="submit" kind="primary" size="lg" busy={isSending}>
          Send me a link
        </Button>
        <Button kind="quiet" size="lg" onClick={onBack}>
          Use my password
        </Button>
      </div>
    </form>
  )
}
