import { Link } from '@tanstack/react-router'
import { WrittenTexts } from '../features/saving/WrittenTexts.tsx'
import type { ConnectionState } from '../room/connectionState.ts'
import { useRoom } from '../room/RoomProvider.tsx'
import { useValue } from '../room/valueStore.ts'
import { Button } from '../ui/Button.tsx'
import { buttonClass } from '../ui/buttonClass.ts'
import styles from './Page.module.css'

type Refusal = Extract<ConnectionState, { is: 'refused' }>

/** Waiting does not help here: one sentence, what is safe, and one thing to do. */
export function RefusedPage({ refusal }: { refusal: Refusal }) {
  const { unsentTexts, save } = useRoom()
  const state = useValue(save)
  const changes = 'changes' in state ? state.changes : 0
  const texts = unsentTexts()
  return (
    <main className={styles.narrow} id="main">
      <h1 className="say">{refusal.sentence}</h1>
      <div className={styles.lines} role="alert">
        {changes === 0 ? (
          <p>Everything you wrote here is saved.</p>
        ) : (
          <p>
            {changes} {changes === 1 ? 'change is' : 'changes are'} kept on this device and will be sent once
            you are back in the meeting.
          </p>
        )}
      </div>
      {texts.length > 0 && <WrittenTexts texts={texts} />}
      <div className={styles.actions}>
        {refusal.reason === 'noSuchMeeting' ? (
          <Link to="/" className={buttonClass({ kind: 'primary', size: 'lg' })}>
            All postmortems
          </Link>
        ) : (
          <Button kind="primary" size="lg" onClick={() => location.reload()}>
            {wayOn[refusal.reason] ?? 'Reload this page'}
          </Button>
        )}
      </div>
    </main>
  )
}

const wayOn: Partial<Record<Refusal['reason'], string>> = {
  notSignedIn: 'Sign in',
}
