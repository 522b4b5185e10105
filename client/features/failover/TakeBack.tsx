import { useEffect, useState } from 'react'
import { TAKE_BACK_WITHIN_MS } from '../../../shared/meeting/attendance.ts'
import { facilitatorOf } from '../../../shared/meeting/meeting.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { shortNameOf } from '../../room/shortName.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { useValue } from '../../room/valueStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Failover.module.css'

/** Offers the role back to whoever lost it, for a minute after their return. */
export function TakeBack() {
  const { me, connection } = useRoom()
  const meeting = useMeeting()
  const isLive = useValue(connection).is === 'live'
  const { ask, button } = useAsking()
  const [isOver, setOver] = useState(false)
  const facilitator = facilitatorOf(meeting)
  const name = facilitator ? shortNameOf(meeting, facilitator.personId) : ''
  const isOffered = me !== null && meeting.takenOverFrom === me.personId && isLive && !isOver

  useEffect(() => {
    if (!isLive) return
    setOver(false)
    const timer = setTimeout(() => setOver(true), TAKE_BACK_WITHIN_MS)
    return () => clearTimeout(timer)
  }, [isLive])

  if (!isOffered) return null
  return (
    <div className={styles.line}>
      <Notice
        role="status"
        actions={
          <>
            <Button kind="primary" {...button} onClick={() => void ask({ type: 'takeBackFacilitation' })}>
              Take back
            </Button>
            <Button kind="quiet" onClick={() => setOver(true)}>
              Leave it with {name}
            </Button>
          </>
        }
      >
        While you were away {name} took over the meeting.
      </Notice>
    </div>
  )
}
