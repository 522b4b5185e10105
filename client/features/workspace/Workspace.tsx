import { useQuery } from '@tanstack/react-query'
import type { PersonId, WorkspaceId } from '../../../shared/ids.ts'
import { mayInWorkspace } from '../../../shared/people/workspaceRoles.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TryAgain } from '../../ui/TryAgain.tsx'
import { Invitations } from './Invitations.tsx'
import { OpenWorkspaceContext } from './openWorkspace.ts'
import { People } from './People.tsx'
import { Teams } from './Teams.tsx'
import styles from './Workspace.module.css'
import { WorkspaceHead } from './WorkspaceHead.tsx'
import { workspaceQuery } from './workspaceQuery.ts'

type WorkspaceProps = {
  workspaceId: WorkspaceId
  me: PersonId
  /** What I belong to may have changed. */
  onChanged: () => unknown
  onLeft: () => unknown
}

/** A workspace: who belongs to it, in which teams, and who is invited. What someone may not do is not shown. */
export function Workspace({ workspaceId, me, onChanged, onLeft }: WorkspaceProps) {
  const { data, error, refetch, isFetching } = useQuery(workspaceQuery(workspaceId))
  return (
    <>
      {!data && <h1 className="vh">People</h1>}
      {!data && !error && <Skeleton rows={6} label="Loading the workspace" />}
      {error && (
        <div className={styles.problem}>
          <TryAgain
            title={data ? 'This may be out of date.' : 'The workspace could not be opened.'}
            sentence={error.sentence}
            isBusy={isFetching}
            onTryAgain={refetch}
          />
        </div>
      )}
      {data && (
        <OpenWorkspaceContext value={{ ...data, me }}>
          <WorkspaceHead onChanged={onChanged} />
          <People onChanged={onChanged} onLeft={onLeft} />
          {mayInWorkspace(data.workspace.role, 'managePeople') && <Invitations />}
          <Teams />
        </OpenWorkspaceContext>
      )}
    </>
  )
}
