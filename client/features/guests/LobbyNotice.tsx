import { useAccess, useFollowGuests } from '../../room/useAccess.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './LobbyNotice.module.css'
import { useWaitingSpoken } from './useWaitingSpoken.ts'
import { WaitingGuest } from './WaitingGuest.tsx'

const MOST_SHOWN = 3

/** Who is at the door, for whoever may open it. It stands beside the meeting and interrupts nothing. */
export function LobbyNotice() {
  useFollowGuests()
  const { data } = useAccess()
  const waiting = data?.mayChange ? data.guests.filter(({ state }) => state === 'waiting') : []
  useWaitingSpoken(waiting)
  const more = waiting.length - MOST_SHOWN
  if (waiting.length === 0) return null
  return (
    <section className={styles.line} aria-label="Guests at the door">
      <Notice title={waiting.length > 1 ? `${waiting.length} guests are waiting to come in.` : null}>
        <ul className={styles.guests}>
          {waiting.slice(0, MOST_SHOWN).map((guest) => (
            <WaitingGuest key={guest.personId} guest={guest} isAlone={waiting.length === 1} />
          ))}
        </ul>
        {more > 0 && <p className={styles.more}>and {more} more after that</p>}
      </Notice>
    </section>
  )
}
