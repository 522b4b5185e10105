import { useQuery } from '@tanstack/react-query'
import { evidenceQuery } from '../../room/evidenceQuery.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMayEdit } from '../../room/useMeeting.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TryAgain } from '../../ui/TryAgain.tsx'
import styles from './Evidence.module.css'
import { useImporting } from './EvidenceImportProvider.tsx'
import { GiveEvidence } from './GiveEvidence.tsx'
import { OriginalList } from './OriginalList.tsx'

/** What the incident left behind in other tools: brought here, looked through, and taken piece by piece. */
export function Evidence() {
  const { postmortemId } = useRoom()
  const mayEdit = useMayEdit()
  const { give } = useImporting()
  const { data, error, refetch, isFetching } = useQuery(evidenceQuery(postmortemId))
  return (
    <section className={styles.evidence} aria-labelledby="evidence">
      <header className={styles.head}>
        <h2 id="evidence">Evidence</h2>
        {data && data.originals.length > 0 && (
          <span className={styles.count}>
            {data.originals.length} {data.originals.length === 1 ? 'source' : 'sources'}, {data.taken.length}{' '}
            taken
          </span>
        )}
      </header>
      {mayEdit && <GiveEvidence onGiven={give} />}
      {error && (
        <TryAgain
          title={data ? 'This list may be out of date.' : 'The list of evidence could not be read.'}
          sentence={error.sentence}
          isBusy={isFetching}
          onTryAgain={refetch}
        />
      )}
      {!data && !error && <Skeleton rows={2} label="Loading the evidence" />}
      {data && data.originals.length > 0 && (
        <OriginalList postmortemId={postmortemId} originals={data.originals} />
      )}
      {data && data.originals.length === 0 && (
        <p className={styles.empty}>
          Nothing yet. A chat export, alerts, deploys, tickets or your own notes: whatever tells when
          something happened.
        </p>
      )}
    </section>
  )
}
