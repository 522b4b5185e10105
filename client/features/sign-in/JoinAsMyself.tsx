import type { Person } from '../../../shared/wire/people.ts'
import { acceptInvitationEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { useSending } from '../../room/useSending.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './SignIn.module.css'

type JoinAsMyselfProps = {
  linkKey: string
  me: Person
  onJoined: () => Promise<void>
  onSignOut: (() => void) | null
}

/** For someone who is signed in. Only the server knows whether it is their address that was invited. */
export function JoinAsMyself({ linkKey, me, onJoined, onSignOut }: JoinAsMyselfProps) {
  const { send, problem, isSending } = useSending()
  const join = () => {
    const body = { name: me.name, password: null }
    return send(() => callApi(acceptInvitationEndpoint, { params: { key: linkKey }, body }), onJoined)
  }
  return (
    <>
      {problem && (
        <Notice tone="late" role="alert">
          {problem.sentence}
        </Notice>
      )}
      <div className={styles.ways}>
        <Button kind="primary" size="lg" busy={isSending} onClick={() => void join()}>
          Join as {me.name}
        </Button>
        {onSignOut && (
          <Button kind="quiet" size="lg" onClick={onSignOut}>
            I am someone else
          </Button>
        )}
      </div>
    </>
  )
}
