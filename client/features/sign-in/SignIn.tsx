import type { WaysIn } from '../../../shared/wire/people.ts'
import { FirstScreen } from '../../ui/FirstScreen.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './SignIn.module.css'
import { SignInWays } from './SignInWays.tsx'
import { signInProblemIn, withoutSignInProblem } from './signInProblems.ts'

type SignInProps = {
  waysIn: WaysIn
  /** Where they wanted to go; they arrive there. */
  path: string
  search: string
  onSignedIn: () => Promise<void>
}

/** The first screen of whoever is not signed in here. */
export function SignIn({ waysIn, path, search, onSignedIn }: SignInProps) {
  const problem = signInProblemIn(search)
  return (
    <FirstScreen
      title="Who is here?"
      purpose={
        path.startsWith('/p/')
          ? 'Your team meets here to learn from an incident, without blame. Sign in to join.'
          : 'Candor is where a team meets after an incident to learn what happened, without blame.'
      }
    >
      {problem && (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      )}
      <SignInWays waysIn={waysIn} to={withoutSignInProblem(path, search)} onSignedIn={onSignedIn} />
      <p className={styles.aside}>
        New here? Someone in your team can invite you. Locked out? An administrator can make you a link.
      </p>
    </FirstScreen>
  )
}
