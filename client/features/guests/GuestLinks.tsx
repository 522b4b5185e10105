import { useRef } from 'react'
import type { Access } from '../../room/useAccess.ts'
import { GuestLinkForm } from './GuestLinkForm.tsx'
import { GuestLinkRow } from './GuestLinkRow.tsx'
import styles from './Guests.module.css'

/** Links for people from outside, and those that still work. */
export function GuestLinks({ access: { audience, guestLinks } }: { access: Access }) {
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <>
      <section className={styles.section} aria-labelledby="make-guest-link">
        {/* The focus comes here when the row it was in is gone. */}
        <h3 id="make-guest-link" ref={heading} tabIndex={-1}>
          Invite someone from outside
        </h3>
        <p className={styles.about}>
          A guest needs no account. They read this postmortem and nothing else here, until their time is over
          or you end it.
        </p>
        <GuestLinkForm isRestricted={audience.isRestricted} />
      </section>
      {guestLinks.length > 0 && (
        <section className={styles.section} aria-labelledby="guest-links">
          <h3 id="guest-links">Links that work</h3>
          <ul className={styles.rows}>
            {guestLinks.map((link) => (
              <GuestLinkRow key={link.guestLinkId} link={link} onRevoked={() => heading.current?.focus()} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
