import { useAccess } from '../room/useAccess.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TryAgain } from '../ui/TryAgain.tsx'
import styles from './AccessUnread.module.css'

/** In place of what only the server knows: who may read, and who may come in besides. */
export function AccessUnread() {
  const { error, refetch, fetchStatus, isFetching } = useAccess()
  return (
    <div className={styles.unread}>
      {error ? (
        <TryAgain
          title="Who may read this could not be looked up."
          sentence={error.sentence}
          isBusy={isFetching}
          onTryAgain={refetch}
        />
      ) : fetchStatus === 'idle' ? (
        <p>Guests, and who may read, can be looked after once the connection is back.</p>
      ) : (
        <Skeleton rows={2} label="Looking up who may read" />
      )}
    </div>
  )
}
