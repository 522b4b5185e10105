import { useEffect, useRef, useState } from 'react'
import { facilitatorOf } from '../../../shared/meeting/meeting.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { shortNameOf } from '../../room/shortName.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { announce } from '../../ui/liveRegions.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Failover.module.css'

const SHOWN_MS = 12_000

/** Tells everyone, for a while, who facilitates from now on. Whoever lost the role is told with the way to take it back. */
export function FacilitatesNow() {
  const { me } = useRoom()
  const meeting = useMeeting()
  const facilitatorId = facilitatorOf(meeting)?.personId
  const before = useRef(facilitatorId)
  const [isNews, setNews] = useState(false)
  const who = facilitatorId === undefined ? '' : shortNameOf(meeting, facilitatorId)
  const sentence = facilitatorId === me?.personId ? 'You facilitate now.' : `${who} facilitates now.`

  // biome-ignore lint/correctness/useExhaustiveDependencies: said when the role moves, not when a name changes
  useEffect(() => {
    const isMove = before.current !== undefined && facilitatorId !== undefined
    if (before.current === facilitatorId) return
    before.current = facilitatorId
    if (!isMove) return
    setNews(true)
    announce(sentence, 'polite')
    const timer = setTimeout(() => setNews(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [facilitatorId])

  if (!isNews || (me !== null && meeting.takenOverFrom === me.personId)) return null
  return (
    <div className={styles.line}>
      <Notice>{sentence}</Notice>
    </div>
  )
}
