import { useEffect } from 'react'
import type { GuestVisit, Person } from '../../../shared/wire/people.ts'
import { FirstScreen } from '../../ui/FirstScreen.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Spinner } from '../../ui/Spinner.tsx'
import { guestTimeInWords } from './guestWords.ts'

type GuestWaitsProps = {
  me: Person
  visit: GuestVisit
  /** Null while the link has not been read. */
  workspaceName: string | null
  onIn: () => void
}

/** Before the door: someone inside lets them in, and then the page goes in by itself. */
export function GuestWaits({ me, visit, workspaceName, onIn }: GuestWaitsProps) {
  const isIn = visit.state === 'admitted'
  const who = workspaceName === null ? 'Someone inside' : `Someone from ${workspaceName}`
  const title = isIn ? 'You can come in.' : `${who} will let you in.`
  useEffect(() => announce(isIn ? title : `${title} Keep this page open.`), [isIn, title])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once they are let in, not whenever the page is drawn
  useEffect(() => {
    if (isIn) onIn()
  }, [isIn])
  return (
    <FirstScreen
      title={title}
      purpose={
        isIn ? (
          <p>The meeting opens in a moment.</p>
        ) : (
          <>
            <p>Keep this page open. It goes in by itself as soon as you are let in.</p>
            <p>
              You wait as {me.name}. The invitation is good until {guestTimeInWords(visit.expiresAt)}.
            </p>
          </>
        )
      }
    >
      <Spinner label={isIn ? 'Opening the meeting' : 'Waiting'} />
    </FirstScreen>
  )
}
