import { X } from 'lucide-react'
import { useState } from 'react'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMayEdit } from '../../room/useMeeting.ts'
import { useValue } from '../../room/valueStore.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './NotTakenOver.module.css'

/** Said before the first keystroke: whoever writes here should know what a lost connection would cost. */
export function KeepsNothing() {
  const isRefused = useValue(useRoom().isKept) === false
  const mayEdit = useMayEdit()
  const [isRead, setRead] = useState(false)
  if (!isRefused || !mayEdit || isRead) return null
  return (
    <div className={styles.notice}>
      <Notice
        role="status"
        actions={
          <IconButton label="Close" size="sm" onClick={() => setRead(true)}>
            <X aria-hidden="true" />
          </IconButton>
        }
      >
        This browser will not keep changes offline.
      </Notice>
    </div>
  )
}
