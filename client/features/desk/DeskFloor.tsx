import { useId } from 'react'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import styles from './Desk.module.css'
import { DeskHolder } from './DeskHolder.tsx'
import { DeskTurn } from './DeskTurn.tsx'
import { GoRound } from './GoRound.tsx'
import { InviteToSpeak } from './InviteToSpeak.tsx'

export function DeskFloor() {
  const headingId = useId()
  const { floor, turnQueue } = useMeeting()
  const { ask } = useAsking()
  const first = turnQueue[0]
  useShortcut(
    'giveFloor',
    () =>
      first &&
      void ask({ type: 'grantFloor', personId: first.personId, holderSeen: floor?.holderId ?? null }),
    { isOn: first !== undefined },
  )
  return (
    <section aria-labelledby={headingId}>
      <h2 className={styles.heading} id={headingId}>
        Floor <small>{turnQueue.length === 0 ? '' : `${turnQueue.length} waiting`}</small>
      </h2>
      <div className={styles.panel}>
        {floor === null && turnQueue.length === 0 && (
          <p className={styles.nobody}>No hands up. Ask the room, or invite someone.</p>
        )}
        <ol className={styles.give}>
          {floor && (
            <DeskHolder holderId={floor.holderId} since={floor.since} hasQueue={first !== undefined} />
          )}
          {turnQueue.map((turn, place) => (
            <DeskTurn key={turn.personId} turn={turn} isFirst={place === 0} />
          ))}
        </ol>
      </div>
      <div className={styles.foot}>
        <InviteToSpeak />
        <GoRound />
      </div>
    </section>
  )
}
