import { colourOf, type Member } from '../../../shared/meeting/meeting.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useAsOf } from '../../room/useAsOf.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { usePeopleHere } from '../../room/usePresence.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import styles from './Faces.module.css'

const MOST_FACES = 8

/** Who is connected now, in the order of joining. Without a connection the others are a memory and lose their colour. */
export function Faces() {
  const { me } = useRoom()
  const meeting = useMeeting()
  const here = usePeopleHere()
  const asOf = useAsOf()
  const people = meeting.members.filter(({ personId }) => here.has(personId))
  const shown = people.length > MOST_FACES ? people.slice(0, MOST_FACES - 1) : people
  const hidden = people.slice(shown.length)
  return (
    <ul className={styles.faces} aria-label={asOf ? `Here ${asOf}` : 'Here now'}>
      {shown.map((person) => (
        <li
          key={person.personId}
          className={styles.face}
          data-facilitates={person.role === 'facilitator' || undefined}
          data-memory={(asOf !== null && person.personId !== me?.personId) || undefined}
        >
          <Avatar name={person.name} colour={colourOf(meeting, person.personId)} />
          {person.role === 'facilitator' && <span className="vh">facilitator</span>}
        </li>
      ))}
      {hidden.length > 0 && (
        <li className={styles.more} title={namesOf(hidden)}>
          +{hidden.length}
          <span className="vh"> more: {namesOf(hidden)}</span>
        </li>
      )}
      {asOf && <li className={styles.asOf}>{asOf}</li>}
    </ul>
  )
}

const namesOf = (people: Member[]): string => people.map(({ name }) => name).join(', ')
