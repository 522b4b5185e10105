import { useQuery } from '@tanstack/react-query'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMayEdit } from '../../room/useMeeting.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TryAgain } from '../../ui/TryAgain.tsx'
import { CheckpointList } from './CheckpointList.tsx'
import { CheckpointView } from './CheckpointView.tsx'
import styles from './History.module.css'
import { checkpointsQuery } from './historyQueries.ts'
import { SaveCheckpoint } from './SaveCheckpoint.tsx'

/** The checkpoints beside the one that is open; on a narrow screen either of them. `number` is null while none is. */
export function History({ number }: { number: number | null }) {
  const { postmortemId } = useRoom()
  const mayEdit = useMayEdit()
  const { data: checkpoints, error, isFetching, refetch } = useQuery(checkpointsQuery(postmortemId))
  const isEmpty = checkpoints?.length === 0
  return (
    <div className={styles.history} data-open={number !== null || undefined}>
      <nav className={styles.list} aria-label="Checkpoints">
        <header className={styles.listHeader}>
          <h2 className={styles.listTitle}>History</h2>
          {mayEdit && <SaveCheckpoint />}
        </header>
        {error && (
          <TryAgain
            title={checkpoints ? 'This list may be out of date.' : 'The checkpoints could not be listed.'}
            sentence={error.sentence}
            isBusy={isFetching}
            onTryAgain={refetch}
          />
        )}
        {!checkpoints && !error && <Skeleton rows={5} label="Loading the checkpoints" />}
        {checkpoints && !isEmpty && <CheckpointList checkpoints={checkpoints} />}
        {isEmpty && <p className={styles.nothing}>Nothing is kept yet.</p>}
      </nav>
      <div className={styles.sheet}>
        {number !== null && <CheckpointView key={number} number={number} all={checkpoints ?? []} />}
        {number === null && isEmpty && (
          <EmptyState title="The past of this postmortem will be here">
            A checkpoint is made when the meeting starts, whenever it goes on to another item and when it is
            closed. {mayEdit && 'You can save one of your own at any time.'}
          </EmptyState>
        )}
        {number === null && !isEmpty && (
          <EmptyState title="Open a checkpoint">
            It shows everything as it was then, what has changed since, and by whom.
          </EmptyState>
        )}
      </div>
    </div>
  )
}
