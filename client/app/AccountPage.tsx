import { useState } from 'react'
import { Account } from '../features/account/Account.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { AppBar } from './AppBar.tsx'
import { ChangeNameDialog } from './ChangeNameDialog.tsx'
import { useMe } from './me.ts'
import styles from './Page.module.css'
import { useSignOut } from './SignOutProvider.tsx'

export function AccountPage() {
  const me = useMe()
  const signOut = useSignOut()
  const [isRenaming, setRenaming] = useState(false)
  return (
    <>
      <title>Your account · Candor</title>
      <AppBar end={<AccountMenu />} />
      <main className={styles.page} id="main" tabIndex={-1}>
        <Account me={me} onRename={() => setRenaming(true)} onSignOut={signOut} />
      </main>
      {isRenaming && <ChangeNameDialog onClose={() => setRenaming(false)} />}
    </>
  )
}
