import type { Problem } from '../../../shared/wire/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { FirstScreen } from '../../ui/FirstScreen.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** A link that lets nobody in, or nobody any more: why that may be, and what to do. */
export const GuestLinkRefused = ({ isWhole }: { isWhole: boolean }) => (
  <FirstScreen
    title="This link lets nobody in."
    purpose={
      isWhole ? (
        <>
          <p>A guest link works for a limited time. Its time is over, or someone has closed it since.</p>
          <p>If you are expected, ask whoever sent it to you for a new one.</p>
        </>
      ) : (
        <p>The link has lost its end on the way. Open it from the message once more, or ask for it again.</p>
      )
    }
  />
)

type GuestLinkUnreadProps = { problem: Problem; isBusy: boolean; onTryAgain: () => void }

export const GuestLinkUnread = ({ problem, isBusy, onTryAgain }: GuestLinkUnreadProps) => (
  <FirstScreen title="The invitation could not be read.">
    <Notice tone="late" role="alert">
      {problem.sentence}
    </Notice>
    <Button size="lg" busy={isBusy} onClick={onTryAgain}>
      Try again
    </Button>
  </FirstScreen>
)
