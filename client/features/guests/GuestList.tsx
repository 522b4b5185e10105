import type { Guest } from '../../../shared/wire/access.ts'
import { GuestRow } from './GuestRow.tsx'
import styles from './Guests.module.css'

/** Who came from outside: at the door, in, and no longer. */
export const GuestList = ({ guests }: { guests: readonly Guest[] }) => (
  <section className={styles.section} aria-labelledby="guests">
    <h3 id="guests">Guests</h3>
    {guests.length === 0 ? (
      <p className={styles.about}>Nobody has come by a guest link yet.</p>
    ) : (
      <ul className={styles.rows}>
        {guests.map((guest) => (
          <GuestRow key={guest.personId} guest={guest} />
        ))}
      </ul>
    )}
  </section>
)
