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
  const isClosed = refusal.reason === 'noSuchMeeting'
  return (
    <main className={styles.narrow} id="main">
      <h1 className="say">{refusal.sentence}</h1>
      <div className={styles.lines} role="alert">
        <p>{whatIsSafe(changes, isClosed && texts.length > 0)}</p>
        {isClosed && <p>If you should have access, ask whoever sent you the link.</p>}
      </div>
      {texts.length > 0 && <WrittenTexts texts={texts} />}
      <div className={styles.actions}>
        {isClosed ? (
          <>
            <Button kind="primary" size="lg" onClick={() => location.reload()}>
              Look again
            </Button>
            <Link to="/" className={buttonClass({ size: 'lg' })}>
              All postmortems
            </Link>
          </>
        ) : (
          <Button kind="primary" size="lg" onClick={() => location.reload()}>
            {wayOn[refusal.reason] ?? 'Reload this page'}
          </Button>
        )}
      </div>
    </main>
  )
}

function whatIsSafe(changes: number, isToCopy: boolean): string {
  if (changes === 0) return 'Everything you wrote here is saved.'
  if (isToCopy) return 'What you had written and was not taken over is below to copy.'
  return `${changes} ${changes === 1 ? 'change is' : 'changes are'} kept on this device and will be sent once you are back in the meeting.`
}

const wayOn: Partial<Record<Refusal['reason'], string>> = {
  notSignedIn: 'Sign in',
}
