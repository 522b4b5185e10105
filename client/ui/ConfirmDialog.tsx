import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Notice } from './Notice.tsx'

type ConfirmDialogProps = {
  title: string
  /** What follows from it, and what stays. */
  children: ReactNode
  /** What the button does, as a verb. */
  verb: string
  /** The way back. */
  keep?: string
  isBusy?: boolean
  /** Why it did not happen. */
  problem?: string | null
  onConfirm: () => void
  onClose: () => void
}

/** Asks once more before something that cannot be taken back. */
export const ConfirmDialog = ({
  title,
  children,
  verb,
  keep = 'Leave it',
  isBusy = false,
  problem = null,
  onConfirm,
  onClose,
}: ConfirmDialogProps) => (
  <Dialog
    open
    size="sm"
    onClose={onClose}
    title={title}
    description={children}
    footer={
      <>
        <Button kind="quiet" onClick={onClose}>
          {keep}
        </Button>
        <Button kind="primary" busy={isBusy} onClick={onConfirm}>
          {verb}
        </Button>
      </>
    }
  >
    {problem && (
      <Notice tone="late" role="alert">
        {problem}
      </Notice>
    )}
  </Dialog>
)
