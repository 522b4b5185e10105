import { X } from 'lucide-react'
import { useRoom } from '../room/RoomProvider.tsx'
import { noConnection } from '../room/useAsking.ts'
import { useValue } from '../room/valueStore.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './Trouble.module.css'

/** The last refusal, with its sentence, until it is read or the next command succeeds. */
export function Trouble() {
  const { trouble, connection } = useRoom()
  const problem = useValue(trouble)
  const isLive = useValue(connection).is === 'live'
  if (!problem || (problem.reason === noConnection.reason && isLive)) return null
  return (
    <div className={styles.trouble}>
      <Notice
        tone="late"
        role="alert"
        actions={
          <IconButton label="Close" size="sm" onClick={() => trouble.set(null)}>
            <X aria-hidden="true" />
          </IconButton>
        }
      >
        {problem.sentence}
      </Notice>
    </div>
  )
}
