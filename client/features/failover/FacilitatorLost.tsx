import { useEffect } from 'react'
import type { PersonId } from '../../../shared/ids.ts'
import { takeOverAfterMs } from '../../../shared/meeting/attendance.ts'
import { facilitatorOf } from '../../../shared/meeting/meeting.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { shortNameOf } from '../../room/shortName.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useCan, useMeeting, useMyRole } from '../../room/useMeeting.ts'
import { useServerNow } from '../../room/useServerNow.ts'
import { useValue } from '../../room/valueStore.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Failover.module.css'

/** A quiet line once the facilitator has been gone for a while. A blip or a refresh is nobody's business. */
export function FacilitatorLost() {
  const meeting = useMeeting()
  const goneSince = useValue(useRoom().facilitatorGoneSince)
  const now = useServerNow()
  const facilitator = facilitatorOf(meeting)
  const isShown =
    goneSince !== null &&
    now !== null &&
    meeting.status === 'live' &&
    facilitator !== undefined &&
    now - goneSince >= takeOverAfterMs.backupFacilitator
  const name = facilitator ? shortNameOf(meeting, facilitator.personId) : ''
  useEffect(() => {
    if (isShown) announce(`${name} lost the connection. The clock keeps running.`, 'polite')
  }, [isShown, name])
  if (!isShown) return null
  return (
    <div className={styles.line}>
      <Notice actions={<TakeOver goneMs={now - goneSince} fromPersonId={facilitator.personId} />}>
        {name} lost the connection. The clock keeps running.
      </Notice>
    </div>
  )
}

type TakeOverProps = { goneMs: number; fromPersonId: PersonId }

/** Offered to a backup at once, to everybody else a little later; the server goes by the same times. */
function TakeOver({ goneMs, fromPersonId }: TakeOverProps) {
  const { trouble } = useRoom()
  const { ask, button } = useAsking()
  const role = useMyRole()
  const takesTurns = useCan('takeTurns')
  const afterMs = takeOverAfterMs[role === 'backupFacilitator' ? 'backupFacilitator' : 'others']
  const takeOver = async () => {
    const problem = await ask({ type: 'takeOverFacilitation', fromPersonId })
    // Somebody was quicker, and everyone is told who.
    if (problem?.reason === 'facilitatorChanged') trouble.set(null)
  }
  if (!takesTurns) return null
  if (goneMs < afterMs)
    return <span className={styles.soon}>You can take over in {inSeconds(afterMs - goneMs)}.</span>
  return (
    <Button kind="primary" {...button} onClick={() => void takeOver()}>
      Take over
    </Button>
  )
}

const inSeconds = (ms: number) => `${Math.ceil(ms / 1_000)} s`
