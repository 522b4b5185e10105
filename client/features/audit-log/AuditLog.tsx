import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { WorkspaceId } from '../../../shared/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TryAgain } from '../../ui/TryAgain.tsx'
import styles from './AuditLog.module.css'
import { AuditTable } from './AuditTable.tsx'
import { auditQuery } from './auditQuery.ts'

/** Who did what in a workspace, the newest first. */
export function AuditLog({ workspaceId, name }: { workspaceId: WorkspaceId; name: string }) {
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    auditQuery(workspaceId),
  )
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const tryAgain = () => void (hasNextPage ? fetchNextPage() : refetch())
  return (
    <>
      <header>
        <Link to="/people/$workspaceId" params={{ workspaceId }} className={styles.back}>
          <ArrowLeft size={14} aria-hidden="true" />
          {name}
        </Link>
        <h1 className={styles.title}>Audit log</h1>
        <p className={styles.about}>
          Who came in, who may read what, and who changed it. Never what anybody wrote. Nothing here can be
          changed or taken out.
        </p>
      </header>
      {!data && !error && <Skeleton rows={6} label="Loading the audit log" />}
      {entries.length > 0 && <AuditTable entries={entries} />}
      <div className={styles.foot}>
        {data && entries.length === 0 && !error && <p>Nothing has been written down yet.</p>}
        {error && (
          <TryAgain
            title={data ? 'The rest could not be read.' : 'The audit log could not be read.'}
            sentence={error.sentence}
            isBusy={isFetching}
            onTryAgain={tryAgain}
          />
        )}
        {hasNextPage && !error && (
          <Button busy={isFetching} onClick={() => void fetchNextPage()}>
            Earlier
          </Button>
        )}
        {data && entries.length > 0 && !hasNextPage && !error && <p>This is where the log begins.</p>}
      </div>
    </>
  )
}
