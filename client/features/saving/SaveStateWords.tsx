import { CloudCheck, Eye, Laptop, RefreshCw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { facilitatorOf } from '../../../shared/meeting/meeting.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { shortNameOf } from '../../room/shortName.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { useValue } from '../../room/valueStore.ts'
import { announce } from '../../ui/liveRegions.ts'
import styles from './SaveStateWords.module.css'
import { saveStateInWords } from './saveStateInWords.ts'
import { savingSpoken } from './savingSpoken.ts'

const icons = {
  pulse: <span className={styles.pulse} aria-hidden="true" />,
  cloud: <CloudCheck size={16} aria-hidden="true" />,
  turning: <RefreshCw size={14} className={styles.turning} aria-hidden="true" />,
  device: <Laptop size={15} aria-hidden="true" />,
  eye: <Eye size={15} aria-hidden="true" />,
}

/** Where this person's changes are. `Saved` is on the server's disk, and nothing less. */
export function SaveStateWords() {
  const room = useRoom()
  const save = useValue(room.save)
  const isKept = useValue(room.isKept) !== false
  const meeting = useMeeting()
  const facilitatorId = facilitatorOf(meeting)?.personId
  const facilitator = facilitatorId === undefined ? null : shortNameOf(meeting, facilitatorId)
  const before = useRef(save)
  useEffect(() => {
    const spoken = savingSpoken(before.current, save, facilitator, isKept)
    before.current = save
    if (spoken) announce(spoken.text, spoken.urgency)
  }, [save, facilitator, isKept])

  const { icon, words, aside, tone } = saveStateInWords(save, facilitator, isKept)
  return (
    <span className={`${styles.save} ${styles[tone]}`} data-save={save.is}>
      {icons[icon]}
      <span className={styles.words}>
        {words} {aside && <span className={styles.aside}>{aside}</span>}
      </span>
    </span>
  )
}
