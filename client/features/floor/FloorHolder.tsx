import { figuresOf } from '../../room/clockReading.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useShortName } from '../../room/shortName.ts'
import { useAsOf } from '../../room/useAsOf.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { usePerson } from '../../room/usePerson.ts'
import { useServerNow } from '../../room/useServerNow.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import styles from './Floor.module.css'

/** Who speaks now, and for how long already. */
export function FloorHolder() {
  const { me } = useRoom()
  const { floor, goRound } = useMeeting()
  const now = useServerNow()
  const asOf = useAsOf()
  const person = usePerson(floor?.holderId ?? null)
  const name = useShortName(floor?.holderId ?? null)
  const round = goRound === null ? '' : roundInWords(goRound.length)
  if (floor === null) {
    return (
      <p className={styles.open}>
        <b>The floor is open</b>
        {round !== '' && <small>{round}</small>}
      </p>
    )
  }
  const held = now === null ? '' : figuresOf(Math.max(0, now - floor.since))
  const isMine = me?.personId === floor.holderId
  return (
    <div className={styles.now}>
      <Avatar name={person.name} colour={person.colour} size={40} ring decorative />
      <p>
        <b>{isMine ? 'You have the floor' : `${name} has the floor`}</b>
        <small>{[round, asOf ?? held].filter(Boolean).join(' · ')}</small>
      </p>
    </div>
  )
}

const roundInWords = (left: number): string =>
  left === 0 ? 'Last in the go-round' : `Go-round, ${left} still to be heard`
