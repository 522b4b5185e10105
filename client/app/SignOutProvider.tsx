import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Person } from '../../shared/wire/people.ts'
import { signOutEndpoint } from '../../shared/wire/signIn.ts'
import { forgetThisDevice } from '../device/forgetThisDevice.ts'
import { onForgottenElsewhere } from '../device/keptAccount.ts'
import { countUnsentOf } from '../device/unsentChanges.ts'
import { callApi } from '../room/callApi.ts'
import { useSending } from '../room/useSending.ts'
import { showToast } from '../ui/toasts.ts'
import { UnsentDialog } from './UnsentDialog.tsx'

const SignOutContext = createContext<(() => void) | null>(null)

/** Signs out; asks first if something they wrote is nowhere but here. */
export function useSignOut(): () => void {
  const signOut = useContext(SignOutContext)
  if (!signOut) throw new Error('useSignOut is used outside a SignOutProvider')
  return signOut
}

type SignOutProviderProps = {
  me: Person
  /** Where the browser is afterwards. */
  to?: string
  children: ReactNode
}

/** Around every page of someone who is signed in: what they see goes away before this device forgets it. */
export function SignOutProvider({ me, to = '/', children }: SignOutProviderProps) {
  const [stage, setStage] = useState<{ is: 'here' | 'gone' } | { is: 'asked'; unsent: number }>({
    is: 'here',
  })
  const { send, isSending } = useSending()
  useEffect(() => onForgottenElsewhere(() => setStage({ is: 'gone' })), [])

  const leave = () =>
    send(
      () => endSession(),
      () => setStage({ is: 'gone' }),
    )
  const signOut = () => {
    const unsent = countUnsentOf(me.personId)
    if (unsent > 0) setStage({ is: 'asked', unsent })
    else void leave()
  }
  if (stage.is === 'gone') return <Gone me={me} to={to} />
  return (
    <SignOutContext value={signOut}>
      {children}
      {stage.is === 'asked' && (
        <UnsentDialog
          unsent={stage.unsent}
          isBusy={isSending}
          onLeave={() => void leave()}
          onStay={() => setStage({ is: 'here' })}
        />
      )}
    </SignOutContext>
  )
}

/** Whose session has ended already is signed out as well. */
async function endSession() {
  const answer = await callApi(signOutEndpoint, { params: {} })
  if (answer.ok || answer.problem.reason === 'notSignedIn') return { ok: true, value: null } as const
  showToast(answer.problem.sentence)
  return answer
}

/** An open room goes on keeping what it shows: it has been taken away by now, and only then is there an end to it. */
function Gone({ me, to }: { me: Person; to: string }) {
  useEffect(() => {
    void forgetThisDevice(me.personId).then(() => location.assign(to))
  }, [me.personId, to])
  return null
}
