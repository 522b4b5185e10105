import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import { compareContent } from '../../../shared/content/compareContent.ts'
import type { ContentCopy } from '../../../shared/content/contentCopy.ts'
import { weekdayInWords } from '../../../shared/time/calendarDay.ts'
import { clockTime } from '../../../shared/time/clockTime.ts'
import type { Checkpoint } from '../../../shared/wire/history.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMayEdit } from '../../room/useMeeting.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { TryAgain } from '../../ui/TryAgain.tsx'
import { CheckpointContent } from './CheckpointContent.tsx'
import { capitalised, changesInWords } from './changesInWords.ts'
import styles from './History.module.css'
import { checkpointQuery } from './historyQueries.ts'
import { occasionInWords } from './occasionInWords.ts'
import { RestoreCheckpoint } from './RestoreCheckpoint.tsx'
import { useContentNow } from './useContentNow.ts'

type CheckpointViewProps = { number: number; all: readonly Checkpoint[] }

export function CheckpointView({ number, all }: CheckpointViewProps) {
  const { postmortemId } = useRoom()
  const { data, error, isFetching, refetch } = useQuery(checkpointQuery(postmortemId, number))
  const now = useContentNow()
  return (
    <>
      <Link className={styles.back} to="/p/$postmortemId/history" params={{ postmortemId }}>
        <ArrowLeft size={14} aria-hidden="true" />
        All checkpoints
      </Link>
      {error && (
        <TryAgain
          title="This checkpoint cannot be opened. The rest still opens."
          sentence={error.sentence}
          isBusy={isFetching}
          onTryAgain={refetch}
        />
      )}
      {!error && !(data && now) && <Skeleton rows={8} label="Loading the checkpoint" />}
      {data && now && <OpenCheckpoint {...data} now={now} all={all} />}
    </>
  )
}

type OpenCheckpointProps = {
  checkpoint: Checkpoint
  copy: ContentCopy
  now: ContentCopy
  all: readonly Checkpoint[]
}

function OpenCheckpoint({ checkpoint, copy, now, all }: OpenCheckpointProps) {
  const mayEdit = useMayEdit()
  const [isOnlyChanges, setOnlyChanges] = useState(false)
  const changes = useMemo(() => compareContent(copy, now), [copy, now])
  const title = occasionInWords(checkpoint, all)
  const zone = viewerZone()
  return (
    <article aria-labelledby="checkpoint">
      <header className={styles.header}>
        <p className={styles.eyebrow}>
          {weekdayInWords(checkpoint.at, zone)}, {clockTime(checkpoint.at, zone)}
        </p>
        <h2 id="checkpoint" className={styles.title}>
          {title}
        </h2>
        <p className={styles.since}>
          {changes.length === 0
            ? 'Nothing has changed since.'
            : `${capitalised(changesInWords(changes))} since.`}
        </p>
        {copy.leftOut.length > 0 && (
          <p className={styles.leftOut}>
            {copy.leftOut.length === 1 ? 'One piece' : `${copy.leftOut.length} pieces`} of it cannot be read.
            What stands there now stays as it is.
          </p>
        )}
        {changes.length > 0 && (
          <div className={styles.tools}>
            <Switch on={isOnlyChanges} onChange={setOnlyChanges}>
              Only what changed
            </Switch>
            {mayEdit && (
              <RestoreCheckpoint checkpoint={checkpoint} title={title} copy={copy} changes={changes} />
            )}
          </div>
        )}
      </header>
      <CheckpointContent
        number={checkpoint.number}
        copy={copy}
        now={now}
        changes={changes}
        isOnlyChanges={isOnlyChanges && changes.length > 0}
      />
    </article>
  )
}
