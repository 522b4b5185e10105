import { enterAsGuestEndpoint } from '../../../shared/wire/access.ts'
import type { Person } from '../../../shared/wire/people.ts'
import { callApi } from '../../room/callApi.ts'
import { useSending } from '../../room/useSending.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './GuestDoor.module.css'
import type { Entered } from './GuestDoor.tsx'

type ComeInAsMyselfProps = {
  linkKey: string
  me: Person
  onEntered: (entered: Entered) => Promise<void>
  onSignOut: (() => void) | null
}

/** For someone who is signed in: a colleague of this workspace or another, or a guest of before. */
export function ComeInAsMyself({ linkKey, me, onEntered, onSignOut }: ComeInAsMyselfProps) {
  const { send, problem, isSending } = useSending()
  const comeIn = () =>
    send(
      () => callApi(enterAsGuestEndpoint, { params: { key: linkKey }, body: { name: me.name } }),
      onEntered,
    )
  return (
    <>
      {problem && (
        <Notice tone="late" role="alert">
          {problem.sentence}
        </Notice>
      )}
      <div className={styles.ways}>
        <Button kind="primary" size="lg" busy={isSending} onClick={() => void comeIn()}>
          Come in as {me.name}
        </Button>
        {onSignOut && (
          <Button kind="quiet" size="lg" onClick={onSignOut}>
            Sign out, and come as somebody else
          </Button>
        )}
      </div>
    </>
  )
}
