import { Button } from '../ui/Button.tsx'
import { FirstScreen } from '../ui/FirstScreen.tsx'
import { useAccount, useAskWhoIAm } from './me.ts'
import styles from './NothingHerePage.module.css'
import { useSignOut } from './SignOutProvider.tsx'

/** Signed in, and in no workspace: a colleague who was removed, or a guest whose visit is over. */
export function NothingHerePage() {
  const { person, visits } = useAccount()
  const signOut = useSignOut()
  const askWhoIAm = useAskWhoIAm()
  return (
    <FirstScreen
      title={visits.length > 0 ? 'Your visit is over.' : 'You are in no workspace right now.'}
      purpose={
        <>
          <p>
            You are signed in as {person.name}.{' '}
            {visits.length > 0
              ? 'What you wrote stays with the team you visited.'
              : 'What you wrote stays where you wrote it.'}
          </p>
          <p>If you expected to find something here, ask the person who invited you for a new link.</p>
        </>
      }
    >
      <div className={styles.ways}>
        <Button kind="primary" size="lg" onClick={signOut}>
          Sign out
        </Button>
        <Button size="lg" onClick={() => void askWhoIAm()}>
          Look again
        </Button>
      </div>
    </FirstScreen>
  )
}
