import { useEffect, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { FirstScreen } from '../../ui/FirstScreen.tsx'
import { announce } from '../../ui/liveRegions.ts'

const title = 'You have no access any more.'

type GuestVisitOverProps = { invitedBy: string | null; onLookAgain: () => Promise<unknown> }

/** Somebody said “not now”, or the time is up. It is nobody’s fault, and there is someone to ask. */
export function GuestVisitOver({ invitedBy, onLookAgain }: GuestVisitOverProps) {
  const [isLooking, setLooking] = useState(false)
  useEffect(() => announce(title), [])
  const look = async () => {
    setLooking(true)
    await onLookAgain()
    setLooking(false)
  }
  return (
    <FirstScreen
      title={title}
      purpose={
        <>
          <p>The time of this invitation is over, or someone inside has ended it.</p>
          <p>
            If you are still expected, ask {invitedBy ?? 'whoever sent you the link'} to let you in or to send
            you another link.
          </p>
        </>
      }
    >
      <Button size="lg" busy={isLooking} onClick={() => void look()}>
        Look again
      </Button>
    </FirstScreen>
  )
}
