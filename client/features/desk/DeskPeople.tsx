import { useId, useState } from 'react'
import { colourOf, type Member } from '../../../shared/meeting/meeting.ts'
import { shortNameOf } from '../../room/shortName.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { usePeopleHere } from '../../room/usePresence.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import styles from './Desk.module.css'
import { HandOverDialog } from './HandOverDialog.tsx'
import { RoleMenu } from './RoleMenu.tsx'

/** Who joined, and in which role. */
export function DeskPeople() {
  const headingId = useId()
  const meeting = useMeeting()
  const here = usePeopleHere()
  const [handsTo, setHandsTo] = useState<Member | null>(null)
  return (
    <section aria-labelledby={headingId}>
      <h2 className={styles.heading} id={headingId}>
        People <small>{here.size} here</small>
      </h2>
      <ul className={`${styles.panel} ${styles.people}`}>
        {meeting.members.map((person) => (
          <li key={person.personId}>
            <Avatar name={person.name} colour={colourOf(meeting, person.personId)} size={20} decorative />
            <span data-away={!here.has(person.personId) || undefined}>
              {shortNameOf(meeting, person.personId)}
              {!here.has(person.personId) && ', not here now'}
            </span>
            <RoleMenu person={person} onHandOver={() => setHandsTo(person)} />
          </li>
        ))}
      </ul>
      {handsTo && <HandOverDialog person={handsTo} onClose={() => setHandsTo(null)} />}
    </section>
  )
}
