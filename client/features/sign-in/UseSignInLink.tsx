import { secretKey } from '../../../shared/people/credentials.ts'
import { useSignInLinkEndpoint } from '../../../shared/wire/signIn.ts'
import { callApi } from '../../room/callApi.ts'
import { useSending } from '../../room/useSending.ts'
import { Button } from '../../ui/Button.tsx'
import { FirstScreen } from '../../ui/FirstScreen.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { LinkRefused } from './LinkRefused.tsx'

type UseSignInLinkProps = {
  linkKey: string
  /** Who is signed in here now; the link may be somebody else's. */
  signedInAs: string | null
  onSignedIn: () => Promise<void>
}

// A link that was used up; nothing else on this page is refused for good.
const NO_SUCH_LINK = 'noSuchSignInLink'

/** A press, never by itself: mail programs open links to look at them, and this one works once. */
export function UseSignInLink({ linkKey, signedInAs, onSignedIn }: UseSignInLinkProps) {
  const { send, problem, isSending } = useSending()
  const isWhole = secretKey.safeParse(linkKey).success
  if (!isWhole || problem?.reason === NO_SUCH_LINK) {
    return (
      <LinkRefused title="This link signs nobody in any more.">
        <p>
          {isWhole
            ? 'It works once, and only for a while. It may have been used, or be too old.'
            : 'It has lost its end on the way. Open it from the message once more.'}
        </p>
        <p>Ask for a new one where you sign in, or ask an administrator of your workspace.</p>
      </LinkRefused>
    )
  }
  const signIn = () =>
    send(() => callApi(useSignInLinkEndpoint, { params: {}, body: { key: linkKey } }), onSignedIn)
  return (
    <FirstScreen
      title="Welcome back"
      purpose={
        signedInAs === null
          ? 'This link signs you in on this browser. It works once.'
          : `This link signs you in on this browser, where ${signedInAs} is signed in now. It works once.`
      }
    >
      {problem && (
        <Notice tone="late" role="alert">
          {problem.sentence}
        </Notice>
      )}
      <Button kind="primary" size="lg" busy={isSending} onClick={() => void signIn()}>
        Sign in
      </Button>
    </FirstScreen>
  )
}
