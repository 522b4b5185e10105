import type { Guest } from '../../../shared/wire/access.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './LobbyNotice.module.css'
import { useGuestAtDoor } from './useGuestAtDoor.ts'

type WaitingGuestProps = {
  guest: Guest
  /** How many wait after this one. */
  more: number
  onAnswered: (words: string) => void
}

export function WaitingGuest({ guest, more, onAnswered }: WaitingGuestProps) {
  const { letIn, turnAway, problem, isSending } = useGuestAtDoor(guest, onAnswered)
  return (
    <>
      <div className={styles.guest}>
        <p className={styles.words}>
          {guest.name} is waiting to come in{more > 0 && `, and ${more} more`}.
        </p>
        <span className={styles.ways}>
          <Button size="sm" kind="primary" busy={isSending} onClick={() => void letIn()}>
            Let in<span className="vh"> {guest.name}</span>
          </Button>
          <Button size="sm" kind="quiet" aria-disabled={isSending} onClick={() => void turnAway()}>
            Not now<span className="vh"> {guest.name}</span>
          </Button>
        </span>
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.sentence}
        </p>
      )}
    </>
  )
}
