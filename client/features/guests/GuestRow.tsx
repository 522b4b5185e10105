import { useRef } from 'react'
import type { Guest } from '../../../shared/wire/access.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Guests.module.css'
import { guestRoleNames, guestTimeInWords } from './guestWords.ts'
import { useGuestAtDoor } from './useGuestAtDoor.ts'

export function GuestRow({ guest }: { guest: Guest }) {
  const { letIn, turnAway, problem, isSending } = useGuestAtDoor(guest)
  const row = useRef<HTMLLIElement>(null)
  /** The pressed button may be gone afterwards, and the focus with it. */
  const thenStayHere = (asked: Promise<void>) => void asked.then(() => row.current?.focus())
  return (
    <li className={styles.row} ref={row} tabIndex={-1}>
      <div className={styles.words}>
        <p className={styles.name}>{guest.name}</p>
        <p className={styles.hint}>
          {guestRoleNames[guest.role]} · {stateInWords(guest)}
        </p>
      </div>
      <span className={styles.ways}>
        {guest.state !== 'admitted' && (
          <Button
            size="sm"
            kind={guest.state === 'waiting' ? 'primary' : undefined}
            busy={isSending}
            onClick={() => thenStayHere(letIn())}
          >
            {guest.state === 'waiting' ? 'Let in' : 'Let in after all'}
            <span className="vh"> {guest.name}</span>
          </Button>
        )}
        {guest.state !== 'over' && (
          <Button size="sm" busy={isSending} onClick={() => thenStayHere(turnAway())}>
            {guest.state === 'waiting' ? 'Not now' : 'End access'}
            <span className="vh"> {guest.name}</span>
          </Button>
        )}
      </span>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.sentence}
        </p>
      )}
    </li>
  )
}

function stateInWords({ state, expiresAt }: Guest): string {
  switch (state) {
    case 'waiting':
      return 'waits to come in'
    case 'admitted':
      return `has access until ${guestTimeInWords(expiresAt)}`
    case 'over':
      return 'has no access any more'
  }
}
