import { useEffect, useState } from 'react'
import { useAccess, useFollowGuests } from '../../room/useAccess.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './LobbyNotice.module.css'
import { useWaitingSpoken } from './useWaitingSpoken.ts'
import { WaitingGuest } from './WaitingGuest.tsx'

/** Until then no other guest takes the place of the one before: a second press would let them in unseen. */
const ANSWER_SHOWN_MS = 1_500

/** Who is at the door, for whoever may open it: one guest after the other, beside the meeting, interrupting nothing. */
export function LobbyNotice() {
  useFollowGuests()
  const { data } = useAccess()
  const [answer, setAnswer] = useState<string | null>(null)
  const waiting = data?.mayChange ? data.guests.filter(({ state }) => state === 'waiting') : []
  useWaitingSpoken(waiting)
  useEffect(() => {
    if (answer === null) return
    const timer = setTimeout(() => setAnswer(null), ANSWER_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [answer])

  const [first] = waiting
  if (answer === null && !first) return null
  return (
    <section className={styles.line} aria-label="Guests at the door">
      <Notice>
        {answer ??
          (first && (
            <WaitingGuest
              key={first.personId}
              guest={first}
              more={waiting.length - 1}
              onAnswered={setAnswer}
            />
          ))}
      </Notice>
    </section>
  )
}
