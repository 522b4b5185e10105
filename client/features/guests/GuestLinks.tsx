import type { Access } from '../../room/useAccess.ts'
import { GuestLinkForm } from './GuestLinkForm.tsx'
import { GuestLinkRow } from './GuestLinkRow.tsx'
import styles from './Guests.module.css'

/** Links for people from outside, and those that still work. */
export const GuestLinks = ({ access: { audience, guestLinks } }: { access: Access }) => (
  <>
    <section className={styles.section} aria-labelledby="make-guest-link">
      <h3 id="make-guest-link">Invite someone from outside</h3>
      <p className={styles.about}>
        A guest needs no account. They read this postmortem and nothing else here, until their time is over or
        you end it.
      </p>
      <GuestLinkForm isRestricted={audience.isRestricted} />
    </section>
    {guestLinks.length > 0 && (
      <section className={styles.section} aria-labelledby="guest-links">
        <h3 id="guest-links">Links that work</h3>
        <ul className={styles.rows}>
          {guestLinks.map((link) => (
            <GuestLinkRow key={link.guestLinkId} link={link} />
          ))}
        </ul>
      </section>
    )}
  </>
)
