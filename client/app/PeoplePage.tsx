import { useNavigate, useParams } from '@tanstack/react-router'
import { workspaceId } from '../../shared/ids.ts'
import { Workspace } from '../features/workspace/Workspace.tsx'
import { WorkspaceSwitch } from '../features/workspace/WorkspaceSwitch.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { AppBar } from './AppBar.tsx'
import { useAccount, useAskWhoIAm } from './me.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import styles from './Page.module.css'

export function PeoplePage() {
  const { person, workspaces } = useAccount()
  const params = useParams({ strict: false }) // without one, the first
  const askWhoIAm = useAskWhoIAm()
  const navigate = useNavigate()
  const id = params.workspaceId ? workspaceId.parse(params.workspaceId) : workspaces[0]?.workspaceId
  if (!id) return <NotFoundPage />
  const leave = async () => {
    await askWhoIAm()
    await navigate({ to: '/' })
  }
  return (
    <>
      <title>People · Candor</title>
      <AppBar end={<AccountMenu />} />
      <main className={styles.page} id="main" tabIndex={-1}>
        <WorkspaceSwitch workspaces={workspaces} current={id} />
        <Workspace key={id} workspaceId={id} me={person.personId} onChanged={askWhoIAm} onLeft={leave} />
      </main>
    </>
  )
}
