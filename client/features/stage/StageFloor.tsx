import { useRoom } from '../../room/RoomProvider.tsx'
import { shortNameOf, useShortName } from '../../room/shortName.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { usePerson } from '../../room/usePerson.ts'
import { useValue } from '../../room/valueStore.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import styles from './StageSide.module.css'

const MOST_NAMES = 3
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** Who speaks and who is next. People who do not speak are not named here. */
export function StageFloor() {
  const room = useRoom()
  const connection = useValue(room.connection)
  const meeting = useMeeting()
  const holderId = meeting.floor?.holderId ?? null
  const person = usePerson(holderId)
  const name = useShortName(holderId)
  const waiting = [...(meeting.goRound ?? []), ...meeting.turnQueue.map(({ personId }) => personId)].map(
    (personId) => shortNameOf(meeting, personId),
  )
  if (meeting.status === 'ended') return null
  return (
    <div className={styles.floor}>
      {connection.is === 'reconnecting' && (
        <p className={styles.lost}>Showing {time.format(connection.since)}</p>
      )}
      {holderId === null ? (
        <p className={styles.open}>The floor is open.</p>
      ) : (
        <p className={styles.holder}>
          <Avatar name={person.name} colour={person.colour} size={72} decorative />
          <span>
            <b>{name}</b>
            <span>has the floor</span>
          </span>
        </p>
      )}
      {waiting.length > 0 && (
        <p className={styles.next}>
          Next <b>{waiting[0]}</b>
          {waiting.slice(1, MOST_NAMES).map((then) => (
            <span key={then}>
              , then <b>{then}</b>
            </span>
          ))}
          {waiting.length > MOST_NAMES && <span>, and {waiting.length - MOST_NAMES} more</span>}
        </p>
      )}
    </div>
  )
}
