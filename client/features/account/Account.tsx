import { useQuery } from '@tanstack/react-query'
import type { Person } from '../../../shared/wire/people.ts'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TryAgain } from '../../ui/TryAgain.tsx'
import styles from './Account.module.css'
import { accountQuery } from './accountQuery.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { Sessions } from './Sessions.tsx'

type AccountProps = { me: Person; onRename: () => void; onSignOut: () => void }

/** Who I am here, how I come in, and where I am signed in. */
export function Account({ me, onRename, onSignOut }: AccountProps) {
  const { data, error, refetch, isFetching } = useQuery(accountQuery)
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>Your account</h1>
      </header>
      <section className={styles.section} aria-label="You">
        <dl className={styles.facts}>
          <div>
            <dt>Name</dt>
            <dd>
              <span>{me.name}</span>
              <Button size="sm" onClick={onRename}>
                Change<span className="vh"> your name</span>
              </Button>
            </dd>
          </div>
          {data && (
            <div>
              <dt>E-mail</dt>
              <dd>{data.email ?? 'None: you are here as a guest.'}</dd>
            </div>
          )}
        </dl>
      </section>
      {!data && !error && <Skeleton rows={5} label="Loading your account" />}
      {error && (
        <div className={styles.problem}>
          <TryAgain
            title={data ? 'This may be out of date.' : 'Your account could not be read.'}
            sentence={error.sentence}
            isBusy={isFetching}
            onTryAgain={refetch}
          />
        </div>
      )}
      {data && data.email !== null && <ChangePassword email={data.email} hasPassword={data.hasPassword} />}
      {data && <Sessions sessions={data.sessions} />}
      <section className={styles.section} aria-labelledby="sign-out">
        <h2 id="sign-out">Sign out</h2>
        <p className={styles.about}>
          Ends your session on this browser and takes everything of yours off this device.
        </p>
        <div className={styles.actions}>
          <Button onClick={onSignOut}>Sign out</Button>
        </div>
      </section>
    </>
  )
}
