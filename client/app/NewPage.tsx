import { useQuery, useQueryClient } from '@tanstack/react-query'
import { postmortemsQuery } from '../features/postmortems/postmortemsQuery.ts'
import { StartingInFields } from '../features/postmortems/StartingInFields.tsx'
import { placesToStart } from '../features/postmortems/startingIn.ts'
import { Start } from '../features/triage/Start.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { AppBar } from './AppBar.tsx'
import { useAccount } from './me.ts'
import styles from './NewPage.module.css'
import { NotFoundPage } from './NotFoundPage.tsx'

/** Start a postmortem. A guest starts none. */
export function NewPage() {
  const { person, workspaces } = useAccount()
  const { data } = useQuery(postmortemsQuery)
  const queryClient = useQueryClient()
  const places = placesToStart(workspaces)
  const [first] = places
  if (!first) return <NotFoundPage />
  return (
    <>
      <title>Start a postmortem · Candor</title>
      <AppBar end={<AccountMenu />} />
      <main className={styles.page} id="main" tabIndex={-1}>
        <Start
          key={person.personId}
          me={person.personId}
          home={first.workspaceId}
          listed={data ?? []}
          startingInFields={(choice) => <StartingInFields places={places} {...choice} />}
          onStarted={() => void queryClient.invalidateQueries(postmortemsQuery)}
        />
      </main>
    </>
  )
}
