import { useState } from 'react'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useValue } from '../../room/valueStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './ContentDamaged.module.css'

/** Told to everyone who comes in, until they have read it: what is there can be worked on, and what is not may be missed. */
export function ContentDamaged() {
  const isDamaged = useValue(useRoom().isDamaged)
  const [isRead, setRead] = useState(false)
  if (!isDamaged || isRead) return null
  return (
    <div className={styles.line}>
      <Notice
        tone="late"
        role="status"
        title="Some of what was written here could not be read"
        actions={
          <Button size="sm" onClick={() => setRead(true)}>
            Go on with what is here
          </Button>
        }
      >
        You see everything the server could read. Nothing was overwritten, and what you write now is saved.
        Tell whoever runs Candor: <code>candor verify</code> names what is missing, and a backup may have it.
      </Notice>
    </div>
  )
}
