import type { WaysIn } from '../../../shared/wire/people.ts'
import { acceptInvitationEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { useForm } from '../../room/useForm.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { EmailField } from './EmailField.tsx'
import { NameField } from './NameField.tsx'
import { PasswordField } from './PasswordField.tsx'
import { SingleSignOn } from './SingleSignOn.tsx'

type NewcomerFormProps = {
  linkKey: string
  email: string
  waysIn: WaysIn
  onJoined: () => Promise<void>
  /** Somebody has made an account with this address meanwhile. */
  onKnown: () => void
}

/** Nobody has this address yet. A password is theirs to choose or to do without. */
export function NewcomerForm({ linkKey, email, waysIn, onJoined, onKnown }: NewcomerFormProps) {
  const { onSubmit, errors, problem, isSending } = useForm({
    schema: acceptInvitationEndpoint.body,
    read: ({ name, password }) => ({ name, password: password === '' ? null : password }),
    ask: (body) => callApi(acceptInvitationEndpoint, { params: { key: linkKey }, body }),
    onDone: onJoined,
  })
  return (
    <>
      <form onSubmit={onSubmit} noValidate>
        <NameField error={errors.name} />
        <EmailField error={undefined} defaultValue={email} readOnly />
        <PasswordField
          is="new"
          label="Password, if you want one"
          hint={`At least 12 characters. ${withoutPassword(waysIn)}`}
          error={errors.password}
        />
        {problem && (
          <Notice
            tone="late"
            role="alert"
            actions={problem.reason === 'signInFirst' && <Button onClick={onKnown}>Sign in</Button>}
          >
            {problem.sentence}
          </Notice>
        )}
        <Button type="submit" kind="primary" size="lg" busy={isSending}>
          Join
        </Button>
      </form>
      <SingleSignOn name={waysIn.bySingleSignOn} to={`/invitation/${linkKey}`} />
    </>
  )
}

function withoutPassword({ byMail, bySingleSignOn }: WaysIn): string {
  const ways = [byMail && 'a link we mail you', bySingleSignOn].filter((way) => way !== false && way !== null)
  if (ways.length > 0) return `Without one you come back by ${ways.join(' or ')}.`
  return 'Without one, only a link from an administrator lets you back in.'
}
