import { Lock } from 'lucide-react'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useShortName } from '../../room/shortName.ts'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import styles from './Desk.module.css'
import { DeskFloor } from './DeskFloor.tsx'
import { DeskPeople } from './DeskPeople.tsx'
import { DeskPrompts } from './DeskPrompts.tsx'

/** For whoever facilitates: the floor, the questions at hand, the people. The others do not see it. */
export function Desk({ children }: { children?: React.ReactNode }) {
  const { me } = useRoom()
  const name = useShortName(me?.personId ?? null)
  const { status } = useMeeting()
  const assignsRoles = useCan('assignRoles')
  return (
    <aside className={styles.desk} aria-label="Facilitator’s desk" data-region="">
      <p className={styles.top}>
        <Lock size={14} aria-hidden="true" /> {name}’s desk. No one else sees this.
      </p>
      {children}
      {status !== 'ended' && <DeskFloor />}
      {status === 'live' && <DeskPrompts />}
      {assignsRoles && <DeskPeople />}
    </aside>
  )
}
