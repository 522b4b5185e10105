import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

type TryAgainProps = {
  /** What could not be read. */
  title: string
  /** Why, and what is safe. */
  sentence: string
  isBusy: boolean
  onTryAgain: () => unknown
}

/** In place of what could not be read, or above what may be out of date. */
export const TryAgain = ({ title, sentence, isBusy, onTryAgain }: TryAgainProps) => (
  <Notice
    tone="late"
    role="alert"
    title={title}
    actions={
      <Button size="sm" busy={isBusy} onClick={() => void onTryAgain()}>
        Try again
      </Button>
    }
  >
    {sentence}
  </Notice>
)
