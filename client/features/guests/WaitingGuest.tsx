import type { Guest } from '../../../shared/wire/access.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './LobbyNotice.module.css'
import { useGuestAtDoor } from './useGuestAtDoor.ts'

type WaitingGuestProps = { guest: Guest; isAlone: boolean }

export function WaitingGuest({ guest, isAlone }: WaitingGuestProps) {
  const { letIn, turnAway, problem, isSending } = useGuestAtDoor(guest)
  return (
    <li className={styles.guest}>
      <span className={styles.name}>{isAlone ? `${guest.name} is waiting to come in.` : guest.name}</span>
      <span className={styles.ways}>
        <Button size="sm" kind="primary" busy={isSending} onClick={() => void letIn()}>
          Let in<span className="vh"> {guest.name}</span>
        </Button>
        <Button size="sm" kind="quiet" aria-disabled={isSending} onClick={() => void turnAway()}>
          Not now<span className="vh">, {guest.name}</span>
        </Button>
      </span>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.sentence}
        </p>
      )}
    </li>
  )
}
