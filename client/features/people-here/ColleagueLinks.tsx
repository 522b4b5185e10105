import { useRoom } from '../../room/RoomProvider.tsx'
import { LinkField } from '../../ui/LinkField.tsx'
import styles from './ColleagueLinks.module.css'

/** The two links for whoever can read this postmortem anyway. `isRestricted`: that is not the whole workspace. */
export function ColleagueLinks({ isRestricted }: { isRestricted: boolean }) {
  const { postmortemId } = useRoom()
  const link = new URL(`/p/${postmortemId}`, location.href).href
  return (
    <div className={styles.links}>
      <p className={styles.about}>
        {isRestricted
          ? 'Only some may read this postmortem. These links open it for them, and for nobody else.'
          : 'Whoever belongs to this workspace signs in and is in the meeting. For everybody else these links open nothing.'}
      </p>
      <LinkField label="To take part" hint="They read, write and raise a hand." link={link} />
      <LinkField
        label="To watch only"
        hint="They join as an observer: they read everything, change nothing, take no turns."
        link={`${link}?as=observer`}
      />
    </div>
  )
}
