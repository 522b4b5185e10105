import { Postmortems } from '../features/postmortems/Postmortems.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { AppBar } from './AppBar.tsx'
import { useAccount } from './me.ts'
import styles from './Page.module.css'

export function HomePage() {
  const { workspaces } = useAccount()
  return (
    <>
      <title>Postmortems · Candor</title>
      <AppBar end={<AccountMenu />} />
      <main className={styles.page} id="main" tabIndex={-1}>
        <Postmortems workspaces={workspaces} />
      </main>
    </>
  )
}
