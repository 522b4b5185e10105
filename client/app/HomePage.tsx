import { Postmortems } from '../features/postmortems/Postmortems.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { AppBar } from './AppBar.tsx'
import styles from './Page.module.css'

export const HomePage = () => (
  <>
    <title>Postmortems · Candor</title>
    <AppBar end={<AccountMenu />} />
    <main className={styles.page} id="main" tabIndex={-1}>
      <Postmortems />
    </main>
  </>
)
