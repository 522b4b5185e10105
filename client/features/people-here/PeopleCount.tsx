import { Users } from 'lucide-react'
import { useMeeting } from '../../room/useMeeting.ts'
import { usePeopleHere } from '../../room/usePresence.ts'
import styles from './PeopleCount.module.css'

/** How many are connected, where there is no room for faces. */
export function PeopleCount() {
  const { members } = useMeeting()
  const here = usePeopleHere()
  const count = members.filter(({ personId }) => here.has(personId)).length
  return (
    <span className={styles.count}>
      <Users size={16} aria-hidden="true" />
      {count}
      <span className="vh"> here now</span>
    </span>
  )
}
