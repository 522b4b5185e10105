import { useLocation } from '@tanstack/react-router'
import { useId } from 'react'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import { NameForm } from './NameForm.tsx'
import styles from './SayName.module.css'

/** The first screen anyone sees: what this is, in one sentence, and one question. */
export function SayName() {
  const formId = useId()
  const isInvited = useLocation({ select: ({ pathname }) => pathname.startsWith('/p/') })
  return (
    <main className={styles.screen} id="main">
      <div className={styles.column}>
        <p className={styles.brand}>
          <Mark size={24} />
          Candor
        </p>
        <h1 className={styles.question}>What should we call you?</h1>
        <p className={styles.purpose}>
          {isInvited
            ? 'Your team meets here to learn from an incident, without blame. Your name is all you need to join.'
            : 'Candor is where a team meets after an incident to learn what happened, without blame.'}
        </p>
        <NameForm
          formId={formId}
          label="Your name"
          hint="As your colleagues know you. You can change it later."
          startsAs=""
          size="lg"
        >
          {(isBusy) => (
            <Button type="submit" kind="primary" size="lg" busy={isBusy} className={styles.go ?? ''}>
              {isInvited ? 'Join the meeting' : 'Come in'}
            </Button>
          )}
        </NameForm>
      </div>
      <div className={styles.horizon} aria-hidden="true" />
    </main>
  )
}
