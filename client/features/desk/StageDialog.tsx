import { buttonClass } from '../../ui/buttonClass.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

/** A window opened after a question to the server would be blocked as a pop-up; a link that is pressed is not. */
export function StageDialog({ stageKey, onClose }: { stageKey: string; onClose: () => void }) {
  const address = new URL(`/stage/${stageKey}`, location.href).href
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title="The stage is ready"
      footer={
        <>
          <CopyButton text={address} label="Copy the link" />
          <a
            className={buttonClass({ kind: 'primary' })}
            href={address}
            target="_blank"
            rel="noopener"
            onClick={onClose}
          >
            Open in a new window
          </a>
        </>
      }
    >
      <p>
        It shows the item, the question, the clock and the floor, large enough for a shared screen. Whoever
        has the link can look at it and change nothing.
      </p>
    </Dialog>
  )
}
