import { getRouteApi } from '@tanstack/react-router'
import { mayInWorkspace } from '../../shared/people/workspaceRoles.ts'
import { AuditLog } from '../features/audit-log/AuditLog.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { AppBar } from './AppBar.tsx'
import { useAccount } from './me.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import styles from './Page.module.css'

const route = getRouteApi('/person/people/$workspaceId/audit')

export function AuditPage() {
  const { workspaceId } = route.useParams()
  const { workspaces } = useAccount()
  const workspace = workspaces.find((candidate) => candidate.workspaceId === workspaceId)
  if (!workspace || !mayInWorkspace(workspace.role, 'readAuditLog')) return <NotFoundPage />
  return (
    <>
      <title>Audit log · Candor</title>
      <AppBar end={<AccountMenu />} />
      <main className={styles.page} id="main" tabIndex={-1}>
        <AuditLog workspaceId={workspace.workspaceId} name={workspace.name} />
      </main>
    </>
  )
}
